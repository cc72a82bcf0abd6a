import { expect, it } from 'vitest';
import { VisibilityReporter } from './visibility';

function reporter() {
  const calls: string[] = [];
  const setVisible = (userId: string, visible: boolean) => void calls.push(`${userId} ${String(visible)}`);
  return { calls, visibility: new VisibilityReporter({ setVisible }) };
}

it('tells each change once', () => {
  const { calls, visibility } = reporter();
  visibility.report('ana', true);
  visibility.report('ana', true);
  visibility.report('ana', false);
  visibility.report('ana', false);
  expect(calls).toEqual(['ana true', 'ana false']);
});

it('tells anew about someone who came back', () => {
  const { calls, visibility } = reporter();
  visibility.report('ana', false);
  visibility.keepOnly(new Set(['ben']));
  visibility.report('ana', false);
  expect(calls).toEqual(['ana false', 'ana false']);
});
