import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { LocalMediaState, MediaProblem } from './types';

export type Affected = 'both' | 'mic' | 'camera';

/** What to explain: one entry where microphone and camera share a cause. */
export function problemsOf(
  state: Pick<LocalMediaState, 'micProblem' | 'cameraProblem'>,
): { affected: Affected; problem: MediaProblem }[] {
  const { micProblem, cameraProblem } = state;
  if (micProblem !== null && micProblem === cameraProblem) return [{ affected: 'both', problem: micProblem }];
  return [
    ...(cameraProblem === null ? [] : [{ affected: 'camera' as const, problem: cameraProblem }]),
    ...(micProblem === null ? [] : [{ affected: 'mic' as const, problem: micProblem }]),
  ];
}

/** Says why a device is absent and what the person can do about it. */
export function MediaProblems({ state }: { state: Pick<LocalMediaState, 'micProblem' | 'cameraProblem'> }) {
  const { t } = useTranslation();
  return (
    <div role="status" className="grid gap-3 empty:hidden">
      {problemsOf(state).map(({ affected, problem }) => (
        <section key={affected} data-problem={problem} className="flex gap-3 rounded-2xl bg-warn-soft p-4">
          <TriangleAlert className="mt-0.5 size-5 shrink-0 text-warn" aria-hidden="true" />
          <div className="min-w-0 text-sm">
            <h2 className="font-semibold">
              {t(`media.problem.${problem}.title`, { devices: t(`media.devices.${affected}`) })}
            </h2>
            <p className="mt-1 break-words">
              {t(`media.problem.${problem}.text`, { origin: location.origin })}
            </p>
            <p className="mt-2 font-medium">{t('media.howToFix')}</p>
            <p className="break-words">{t(`media.problem.${problem}.fix`, { localhost: localAddress() })}</p>
          </div>
        </section>
      ))}
    </div>
  );
}

/** The same page as seen from the server's own machine, where plain HTTP counts as secure. */
function localAddress(): string {
  const url = new URL(location.href);
  url.hostname = 'localhost';
  return url.href;
}
