/**
 * Silence and a black picture, sent while there is no microphone or camera: a call always has both tracks, so that turning
 * one on later replaces a track and needs no new offer.
 */
export interface Placeholders {
  readonly audio: MediaStreamTrack;
  readonly video: MediaStreamTrack;
  dispose(): void;
}

/** A plain client shows a tile only after a first frame, and may join at any time. */
const FRAME_EVERY_MS = 1_000;
const WIDTH = 32;
const HEIGHT = 18;

export function createPlaceholders(): Placeholders {
  const context = new AudioContext();
  const [audio] = context.createMediaStreamDestination().stream.getAudioTracks();

  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const drawing = canvas.getContext('2d');
  const paint = (): void => drawing?.fillRect(0, 0, WIDTH, HEIGHT);
  const [video] = canvas.captureStream(1).getVideoTracks();
  paint();
  const painting = setInterval(paint, FRAME_EVERY_MS);

  if (audio === undefined || video === undefined) throw new Error('This browser gave no placeholder tracks.');
  return {
    audio,
    video,
    dispose() {
      clearInterval(painting);
      audio.stop();
      video.stop();
      void context.close();
    },
  };
}
