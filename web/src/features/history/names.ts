import type { TFunction } from 'i18next';

/** What somebody is called who may have been deleted since. */
export function nameOf(t: TFunction, { name }: { name: string | null }): string {
  return name === null || name === '' ? t('history.somebody') : name;
}

export function namesOf(t: TFunction, people: readonly { name: string | null }[]): string {
  return people.map((one) => nameOf(t, one)).join(', ');
}
