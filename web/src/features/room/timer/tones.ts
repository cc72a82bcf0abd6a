import type { TimerPhase } from '@/realtime/schemas-timer';

/** Work and rest have a colour each, wherever the timer is seen. */
export const tones: Record<TimerPhase, { stroke: string; dot: string; text: string }> = {
  idle: { stroke: 'stroke-control', dot: 'bg-control', text: 'text-muted' },
  focus: { stroke: 'stroke-accent', dot: 'bg-accent', text: 'text-accent' },
  shortBreak: { stroke: 'stroke-rest', dot: 'bg-rest', text: 'text-rest' },
  longBreak: { stroke: 'stroke-rest', dot: 'bg-rest', text: 'text-rest' },
};
