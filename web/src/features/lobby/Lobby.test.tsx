import { screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeMedia } from '@/shared/media/testing/fake-media';
import { readEntryWords } from '@/shared/entry-words';
import { rememberedMediaChoice } from '@/shared/media/remembered-choice';
import type { LocalMediaState, MediaProblem } from '@/shared/media/types';
import { seriousViolations } from '@/testing/axe';
import { renderPage } from '@/testing/page';
import { answering } from '@/testing/server';
import { fillIn, user } from '@/testing/user';
import { Lobby } from './Lobby';

const joined: string[] = [];

function show(initial: Partial<LocalMediaState> = { mic: true, camera: true }) {
  const media = fakeMedia(initial);
  return { media, ...renderPage(<Lobby roomId="team" media={media} onJoin={(name) => joined.push(name)} />) };
}

beforeEach(() => {
  joined.length = 0;
  vi.stubGlobal('RTCPeerConnection', () => undefined);
  answering({ 'GET /api/rooms/team': { status: 200, body: { roomId: 'team', members: 3 } } });
});
afterEach(() => vi.unstubAllGlobals());

describe('what one will work on', () => {
  afterEach(() => sessionStorage.clear());

  it('may be left out, and is kept for the room until it was said', async () => {
    const first = show();
    await fillIn(screen.getByTestId('lobby-goal'), 'Two pages');
    expect(readEntryWords('team').goal).toBe('Two pages');
    first.unmount();
    show();
    expect(screen.getByTestId('lobby-goal')).toHaveValue('Two pages');
    await fillIn(screen.getByTestId('lobby-goal'), '');
    expect(sessionStorage).toHaveLength(0);
  });

  it('is three questions in a stand-up', async () => {
    answering({
      'GET /api/rooms/team': { status: 200, body: { roomId: 'team', members: 3, template: 'stand-up' } },
    });
    const { container } = show();
    await fillIn(await screen.findByLabelText('What is in the way?'), 'The printer');
    expect(screen.queryByTestId('lobby-goal')).toBeNull();
    expect(readEntryWords('team').answers).toEqual({ yesterday: '', today: '', blockers: 'The printer' });
    expect(await seriousViolations(container)).toEqual([]);
  });
});

describe('joining', () => {
  it('takes the trimmed name and remembers it', async () => {
    const first = show();
    await fillIn(screen.getByTestId('lobby-name'), '  Mia Lind ');
    await user.click(screen.getByTestId('lobby-join'));
    expect(joined).toEqual(['Mia Lind']);
    first.unmount();
    show();
    expect(screen.getByTestId('lobby-name')).toHaveValue('Mia Lind');
  });

  it('asks for a name when there is none', async () => {
    show();
    await user.click(screen.getByTestId('lobby-join'));
    expect(joined).toEqual([]);
    expect(screen.getByTestId('lobby-name')).toHaveFocus();
    expect(screen.getByTestId('lobby-name')).toHaveAccessibleDescription(/Enter a name/);
  });

  it('cuts a name at the server’s limit', async () => {
    show();
    await user.click(screen.getByTestId('lobby-name'));
    await user.paste('x'.repeat(70));
    expect(screen.getByTestId('lobby-name')).toHaveValue('x'.repeat(64));
  });

  it('works without camera and microphone, and says so', async () => {
    show({ micProblem: 'no-device', cameraProblem: 'no-device' });
    await fillIn(screen.getByTestId('lobby-name'), 'Mia');
    expect(screen.getByTestId('lobby-join')).toHaveTextContent('Join without camera and microphone');
    await user.click(screen.getByTestId('lobby-join'));
    expect(joined).toEqual(['Mia']);
  });
});

describe('the room', () => {
  it('says how many are in it', async () => {
    show();
    expect(await screen.findByText('3 people are in the room')).toBeVisible();
  });

  it('says when nobody is in it', async () => {
    answering({ 'GET /api/rooms/team': { status: 200, body: { roomId: 'team', members: 0 } } });
    show();
    expect(await screen.findByText('Nobody is here yet')).toBeVisible();
  });

  it.each([
    [{ locked: false, entry: 'admission' }, /lets people in one by one/],
    [{ locked: true, entry: 'admission' }, /room is locked/],
  ])('says what its door is like, and its name: %j', async (settings, text) => {
    const body = { roomId: 'team', members: 3, name: 'Maths', settings };
    answering({ 'GET /api/rooms/team': { status: 200, body } });
    show();
    expect(await screen.findByTestId('lobby-door')).toHaveTextContent(text);
    expect(screen.getByText('Maths · team')).toBeVisible();
  });

  it('says nothing of an open door', async () => {
    const settings = { locked: false, entry: 'free' };
    answering({
      'GET /api/rooms/team': { status: 200, body: { roomId: 'team', members: 3, name: null, settings } },
    });
    show();
    expect(await screen.findByText('3 people are in the room')).toBeVisible();
    expect(screen.queryByTestId('lobby-door')).toBeNull();
  });

  it('says when the server does not answer', async () => {
    answering({});
    show();
    expect(await screen.findByText(/server does not answer/)).toBeVisible();
  });
});

describe('devices', () => {
  it('are switched with the buttons on the preview', async () => {
    const { media } = show();
    await user.click(screen.getByRole('button', { name: 'Turn off microphone' }));
    await user.click(screen.getByRole('button', { name: 'Turn off camera' }));
    await user.click(screen.getByRole('button', { name: 'Turn on microphone' }));
    expect(media.calls).toEqual(['setMicrophone false', 'setCamera false', 'setMicrophone true']);
  });

  it('are on at first, and the next time as they were switched', async () => {
    localStorage.clear();
    expect(rememberedMediaChoice()).toEqual({ mic: true, camera: true });
    show({ mic: true, camera: false, cameraProblem: 'no-device' });
    await user.click(screen.getByRole('button', { name: 'Turn off microphone' }));
    expect(rememberedMediaChoice()).toEqual({ mic: false, camera: true });
  });

  it('are chosen from lists', async () => {
    const camera = (deviceId: string, label: string) =>
      ({ deviceId, label, kind: 'videoinput' }) as MediaDeviceInfo;
    const { media } = show({ cameras: [camera('one', 'Built-in'), camera('two', '')], cameraId: 'one' });
    await user.click(screen.getByRole('combobox', { name: 'Camera' }));
    await user.click(screen.getByRole('option', { name: 'Camera 2' }));
    expect(media.calls).toEqual(['useCamera two']);
  });

  it('show the microphone’s level', () => {
    show({ mic: true, level: 0.42 });
    expect(screen.getByRole('meter', { name: 'Microphone level' })).toHaveAttribute('aria-valuenow', '42');
  });
});

describe('problems', () => {
  it.each<[MediaProblem, RegExp, RegExp]>([
    ['insecure-context', /not available over this address/, /https:\/\//],
    ['unsupported', /not supported by this browser/, /current Firefox/],
    ['permission-denied', /permission denied/, /left of the address/],
    ['no-device', /none found/, /Plug it in/],
    ['device-busy', /in use by another program/, /Close the other program/],
    ['device-lost', /disconnected/, /Connect it again/],
    ['unknown', /could not be started/, /Turn it on again/],
  ])('explains %s and what to do', (problem, title, remedy) => {
    const { container } = show({ micProblem: problem, cameraProblem: problem });
    expect(container.querySelectorAll('[data-problem]')).toHaveLength(1);
    expect(screen.getByRole('heading', { name: title })).toHaveTextContent(/^Camera and microphone/);
    expect(screen.getByText(remedy)).toBeVisible();
  });

  it('names the address that is not secure and the one that is', () => {
    show({ micProblem: 'insecure-context', cameraProblem: 'insecure-context' });
    expect(screen.getByText(/You opened/)).toHaveTextContent(location.origin);
    expect(screen.getByText(/the machine that runs the server/)).toHaveTextContent('http://localhost');
  });

  it('are told apart where microphone and camera differ', () => {
    show({ micProblem: 'permission-denied', cameraProblem: 'no-device' });
    expect(screen.getByRole('heading', { name: /^Camera: none found/ })).toBeVisible();
    expect(screen.getByRole('heading', { name: /^Microphone: permission denied/ })).toBeVisible();
  });

  it('include a browser without WebRTC', () => {
    vi.stubGlobal('RTCPeerConnection', undefined);
    show();
    expect(screen.getByRole('heading', { name: 'This browser cannot make video calls' })).toBeVisible();
  });
});

it('has no serious accessibility finding', async () => {
  const { container } = show({ micProblem: 'permission-denied', cameraProblem: 'no-device' });
  expect(await seriousViolations(container)).toEqual([]);
});
