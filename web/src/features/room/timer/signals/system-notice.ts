/** Notifications of the operating system, for who looks at something else. */

export type NoticePermission = NotificationPermission | 'unsupported';

/** Not every browser has it. */
const api = (): typeof Notification | undefined => ('Notification' in window ? Notification : undefined);

export function notificationPermission(): NoticePermission {
  return api()?.permission ?? 'unsupported';
}

/** Shows the browser's question. Only a press of a button may lead here. */
export async function askToNotify(): Promise<NoticePermission> {
  return (await api()?.requestPermission()) ?? 'unsupported';
}

export interface SystemNotice {
  title: string;
  body: string;
  /** A later notice with the same tag takes this one's place. */
  tag: string;
}

export async function showSystemNotice({ title, body, tag }: SystemNotice): Promise<void> {
  const Api = api();
  if (Api?.permission !== 'granted') return;
  try {
    const notice = new Api(title, { body, tag });
    notice.onclick = () => {
      window.focus();
      notice.close();
    };
  } catch {
    // Phones show notifications for service workers only.
    const worker = await navigator.serviceWorker.getRegistration().catch(() => undefined);
    await worker?.showNotification(title, { body, tag }).catch(() => undefined);
  }
}
