import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ownZone } from '@/api/history';
import { seriousViolations } from '@/testing/axe';
import { renderPage } from '@/testing/page';
import { answering } from '@/testing/server';
import { FocusPage } from './FocusPage';
import { statsOf } from './testing/records';

const minute = 60_000;
const path = `GET /api/me/stats?zone=${encodeURIComponent(ownZone())}`;
const show = (stats: object) => {
  answering({ [path]: { status: 200, body: stats } });
  return renderPage(<FocusPage />);
};

afterEach(() => vi.unstubAllGlobals());

describe('my focus', () => {
  const stats = statsOf({
    days: [
      { day: '2026-11-20', ms: 130 * minute, phases: 5 },
      { day: '2026-11-23', ms: 25 * minute, phases: 1 },
    ],
    streak: { current: 1, longest: 4 },
    best: { day: '2026-11-20', ms: 130 * minute },
    byRoom: [{ roomId: 'abc-defg-hij', name: 'Thesis circle', ms: 155 * minute }],
    byTask: [{ title: 'Chapter two', ms: 25 * minute }],
    week: { ms: 25 * minute, lastWeekMs: 130 * minute },
    totalMs: 155 * minute,
  });

  it('is told in figures, in a year of days, by room and by task', async () => {
    show(stats);
    const heat = await screen.findByTestId('heat');
    expect(within(heat).getByText('Nov 20, 2026: 2 h 10 min')).toBeInTheDocument();
    expect(heat.querySelector('[data-day="2026-11-20"]')).toHaveAttribute('data-level', '4');
    expect(heat.querySelector('[data-day="2026-11-23"]')).toHaveAttribute('data-level', '1');
    expect(screen.getByText('1 h 45 min less than last week')).toBeVisible();
    expect(screen.getByText('1 day')).toBeVisible();
    expect(screen.getByText('Longest: 4 days')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Thesis circle' })).toHaveAttribute(
      'href',
      '/r/abc-defg-hij/sessions',
    );
    expect(screen.getByText('Chapter two')).toBeVisible();
    // The whole page is looked through in a browser: a year of days takes long here.
    expect(await seriousViolations(screen.getByRole('region', { name: 'By room' }))).toEqual([]);
  });

  it('says what to do while there is nothing', async () => {
    show(statsOf());
    expect(await screen.findByText(/Start a focus phase/)).toBeVisible();
    expect(screen.queryByTestId('export')).toBeNull();
  });

  it('says when the server gives no understandable answer', async () => {
    show({ ...stats, days: 'many' });
    expect(await screen.findByRole('button', { name: 'Try again' }, { timeout: 5_000 })).toBeVisible();
  });
});
