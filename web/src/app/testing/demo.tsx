import { createMemoryHistory } from '@tanstack/react-router';
import { fakeMedia } from '@/shared/media/testing/fake-media';
import { fakeSession } from '@/features/room/testing/fake-session';
import type { ChatMessage } from '@/features/room/chat/model';
import { chatOf, message } from '@/features/room/testing/chat-messages';
import { accessOf } from '@/features/room/testing/access';
import { goalOf, goalsOf, roundOf, standupOf } from '@/features/room/testing/goals';
import { running, timerOf } from '@/features/room/testing/timers';
import { participant } from '@/features/room/testing/participants';
import type { Participant } from '@/features/room/session/types';
import type { MediaProblem } from '@/shared/media/types';
import type { CallEngine } from '../call-engine';
import { appRouter } from '../routes';
import { start } from '../start';

/**
 * The pages with made-up people, for looking at them: `/demo.html?path=/r/abc-defg-hij&people=5&screen`.
 * Only the dev server serves it.
 */
const wishes = new URLSearchParams(location.search);

const names = [
  'Ana Duarte',
  'Ben Okafor',
  'Chloé Martin',
  'Dmitri Volkov',
  'Emi Sato',
  'Farid Haddad',
  'Grace Lee',
  'Henrik Bjørn',
];

/** A moving picture that stands for a camera or a screen. */
function picture(seed: number, width: number, height: number): MediaStream {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  const draw = (time: number): void => {
    if (!context) return;
    const sky = context.createLinearGradient(0, 0, width, height);
    sky.addColorStop(0, `hsl(${(seed * 47) % 360} 35% 42%)`);
    sky.addColorStop(1, `hsl(${(seed * 47 + 60) % 360} 30% 22%)`);
    context.fillStyle = sky;
    context.fillRect(0, 0, width, height);
    context.fillStyle = `hsl(${(seed * 47 + 20) % 360} 40% 72%)`;
    context.beginPath();
    context.arc(width / 2 + Math.sin(time / 900 + seed) * 18, height * 0.45, height * 0.17, 0, 7);
    context.ellipse(width / 2, height * 1.02, height * 0.34, height * 0.36, 0, 0, 7);
    context.fill();
    requestAnimationFrame(draw);
  };
  requestAnimationFrame(draw);
  return canvas.captureStream(10);
}

function person(index: number): Participant {
  const links = [
    'connected',
    'connected',
    'connected',
    'interrupted',
    'connected',
    'connecting',
    'failed',
  ] as const;
  const camera = index % 3 !== 1;
  return participant({
    userId: `user-${index}`,
    name: index < names.length ? (names[index] ?? '') : `Person ${index + 1}`,
    media: { mic: index % 2 === 0, camera, screen: false, hand: index === 2 },
    stream: camera ? picture(index, 640, 360) : null,
    screenStream: index === 0 && wishes.has('screen') ? picture(index + 5, 1280, 720) : null,
    speaking: index === 0,
    quality: (['good', 'fair', 'poor'] as const)[index % 3] ?? 'good',
    link: links[index % links.length] ?? 'connected',
    publisher: index < 7,
    role: index === 0 ? 'owner' : 'member',
  });
}

/** A long talk, with a bit of everything at its end. */
function conversation(): ChatMessage[] {
  const said = Array.from({ length: Number(wishes.get('messages') ?? '12') }, (_, index) =>
    message(index + 1, {
      by: `member-user-${index % 3}`,
      name: names[index % 3] ?? '',
      at: Date.now() - 90_000_000 + index * 240_000,
    }),
  );
  const last = said.length;
  return [
    ...said,
    message(last + 1, {
      by: 'member-user-0',
      name: names[0] ?? '',
      at: Date.now() - 400_000,
      text: 'Here is the **plan**: see https://example.org/a/very/long/address/that/does/not/end/anywhere/soon/at/all and `npm test`.\n\n- first this\n- then that\n\n```\nconst answer = everything.filter((each) => each.matters && each.isLongEnoughToScroll).length;\n```',
      reactions: { '👍': ['member-me', 'member-user-1'], '🎉': ['member-user-2'] },
    }),
    message(last + 2, {
      by: 'member-user-1',
      name: names[1] ?? '',
      at: Date.now() - 300_000,
      text: '@Mia can you look at it?',
      mentions: ['member-me'],
      replyTo: last + 1,
      editedAt: Date.now() - 200_000,
    }),
    message(last + 3, { by: 'member-user-1', name: names[1] ?? '', at: Date.now() - 290_000, deleted: true }),
    message(0, { by: 'member-me', name: 'Mia', at: Date.now(), text: 'On it!', pending: 'c' }),
  ];
}

const goals = goalsOf(
  goalOf({
    goalId: 1,
    memberId: 'member-user-0',
    name: names[0] ?? '',
    outcome: 'partly',
    word: 'One of them',
  }),
  goalOf({ goalId: 2, memberId: 'member-user-0', name: names[0] ?? '', text: 'The second page' }),
  goalOf({
    goalId: 3,
    memberId: 'member-user-1',
    name: names[1] ?? '',
    text: 'Understanding how the third chapter follows from the second one, and writing that down',
  }),
  goalOf({ goalId: 4, memberId: 'member-me', name: 'Mia', text: 'Vocabulary' }),
);

function standup() {
  const answer = {
    name: '',
    yesterday: 'Reviewed the drafts\nand sent them',
    today: '',
    blockers: '',
    at: 0,
  };
  return standupOf({
    answers: [
      { ...answer, seq: 1, memberId: 'member-me', today: 'The release notes' },
      { ...answer, seq: 2, memberId: 'member-user-0', blockers: 'Waiting for the printer' },
    ],
    round: wishes.has('round')
      ? roundOf(Date.now() - Number(wishes.get('round')), {
          order: ['member-user-1', 'member-user-0', 'member-me'],
          index: 1,
        })
      : null,
  });
}

const problem = wishes.get('problem') as MediaProblem | null;
const device = (kind: MediaDeviceKind, deviceId: string, label: string): MediaDeviceInfo =>
  ({ kind, deviceId, label, groupId: '' }) as MediaDeviceInfo;

const engine: CallEngine = {
  createLocalMedia: () =>
    fakeMedia({
      stream: picture(9, 1280, 720),
      mic: problem === null,
      camera: problem === null,
      micProblem: problem,
      cameraProblem: problem,
      level: 0.4,
      microphones: [device('audioinput', 'm1', 'Built-in microphone'), device('audioinput', 'm2', 'Headset')],
      cameras: problem === null ? [device('videoinput', 'c1', 'FaceTime HD camera')] : [],
      speakers: [device('audiooutput', 's1', 'Built-in speakers')],
      microphoneId: 'm1',
      cameraId: 'c1',
      speakerId: 's1',
      facing: wishes.has('flip') ? 'user' : null,
    }),
  createRoomSession: ({ roomId, name, media }) =>
    fakeSession(
      {
        roomId,
        status: wishes.has('door') ? 'waiting' : wishes.has('reconnecting') ? 'reconnecting' : 'connected',
        listening: wishes.has('listening'),
        self: participant({
          userId: 'me',
          name,
          isSelf: true,
          stream: media.store.getState().stream,
        }),
        others: Array.from({ length: Number(wishes.get('people') ?? '2') - 1 }, (_, index) => person(index)),
        chat: chatOf(conversation(), { more: true, read: 12 }),
        typing: [{ memberId: 'member-user-1', where: 'chat' }],
        access: accessOf({
          owners: wishes.has('owner') ? ['member-me'] : ['member-user-0'],
          banned: [{ memberId: 'member-x', name: 'Zoe Quick' }],
          template: wishes.has('standup') ? 'stand-up' : null,
        }),
        waiting: wishes.has('waiting')
          ? names.slice(5).map((each, index) => ({ memberId: each, name: each, since: index }))
          : [],
        goals: wishes.has('goals') ? goals : goalsOf(),
        standup: wishes.has('standup') ? standup() : standupOf(),
        timer: wishes.has('timer') ? running('focus', Date.now() - 400_000) : timerOf(),
        notices: wishes.has('notice') ? [{ id: 1, code: 'server-going-down', message: '' }] : [],
      },
      media,
    ),
};

await start(
  appRouter(
    () => Promise.resolve(engine),
    createMemoryHistory({ initialEntries: [wishes.get('path') ?? '/'] }),
  ),
);
