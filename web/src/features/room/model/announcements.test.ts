import { expect, it } from 'vitest';
import { participant } from '../testing/participants';
import { announcements } from './announcements';

const ana = participant({ userId: 'ana' });
const ben = participant({ userId: 'ben' });
const said = (before: (typeof ana)[], after: (typeof ana)[]) =>
  announcements(before, after).map(({ kind, participant: who }) => `${who.userId} ${kind}`);

it('says who came and who went', () => {
  expect(said([ana], [ben])).toEqual(['ben joined', 'ana leftRoom']);
});

it('says who raised a hand and who shares a screen, once', () => {
  const raised = { ...ana, media: { ...ana.media, hand: true } };
  const sharing = { ...ben, screenStream: {} as MediaStream };
  expect(said([ana, ben], [raised, sharing])).toEqual(['ana raisedHand', 'ben sharesScreen']);
  expect(said([raised, sharing], [raised, sharing])).toEqual([]);
});

it('is silent about lowered hands and other changes', () => {
  const raised = { ...ana, media: { ...ana.media, hand: true } };
  expect(said([raised], [{ ...ana, speaking: true }])).toEqual([]);
});
