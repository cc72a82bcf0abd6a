/** Goals and answers as the server keeps them, with its own idea of what the events come to. */

interface Goal {
  goalId: number;
  memberId: string;
  name: string;
  text: string;
  at: number;
  outcome: unknown;
  word: string;
  closedAt: number | null;
}

interface Recorded {
  seq: number;
  at: number;
  by: string;
  type: string;
  [field: string]: unknown;
}

export class SimulatedGoals {
  #goals: Goal[] = [];
  #answers: { memberId: string; [field: string]: unknown }[] = [];

  state(): { goals: { goals: object[] }; standup: { answers: object[]; round: null } } {
    return { goals: { goals: this.#goals }, standup: { answers: this.#answers, round: null } };
  }

  clear(): void {
    this.#goals = [];
    this.#answers = [];
  }

  /** What a command leads to, or null where it is refused. */
  decide(
    event: string,
    { text, outcome, today }: Record<string, unknown>,
    by: string,
  ): { type: string; [field: string]: unknown } | null {
    const open = this.#goals.find((goal) => goal.memberId === by && goal.outcome === null);
    switch (event) {
      case 'goal-set':
        return open === undefined
          ? { type: 'goal-set', name: by, text }
          : { type: 'goal-changed', goalId: open.goalId, text };
      case 'goal-close':
        return open === undefined
          ? null
          : { type: 'goal-closed', goalId: open.goalId, memberId: by, outcome, text };
      default:
        return { type: 'standup-answered', name: by, yesterday: '', today, blockers: '' };
    }
  }

  record({ seq, at, by, type, ...body }: Recorded): void {
    const goal = this.#goals.find(({ goalId }) => goalId === body.goalId);
    switch (type) {
      case 'goal-set':
        this.#goals.push({
          goalId: seq,
          memberId: by,
          name: by,
          text: String(body.text),
          at,
          outcome: null,
          word: '',
          closedAt: null,
        });
        break;
      case 'goal-changed':
        if (goal) goal.text = String(body.text);
        break;
      case 'goal-closed':
        if (goal) Object.assign(goal, { outcome: body.outcome, word: body.text, closedAt: at });
        break;
      case 'standup-answered':
        this.#answers = this.#answers.filter(({ memberId }) => memberId !== by);
        this.#answers.push({
          seq,
          memberId: by,
          name: by,
          yesterday: '',
          today: body.today,
          blockers: '',
          at,
        });
        break;
      default:
        break;
    }
  }
}
