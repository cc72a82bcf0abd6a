const EVERY_MS = 100;
const WINDOW = 1_024;

/** Tells the microphone's level a few times a second, 0 to 1, shaped as ears hear it. Returns what ends it. */
export type MeterLevel = (track: MediaStreamTrack, tell: (level: number) => void) => () => void;

export const meterLevel: MeterLevel = (track, tell) => {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = WINDOW;
  const source = context.createMediaStreamSource(new MediaStream([track]));
  source.connect(analyser);
  const samples = new Float32Array(WINDOW);
  const reading = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / WINDOW;
    tell(Math.min(1, Math.sqrt(Math.sqrt(power))));
  }, EVERY_MS);
  // Some browsers start it suspended until the person has touched the page.
  const resume = (): void => void context.resume();
  resume();
  document.addEventListener('pointerdown', resume);
  return () => {
    clearInterval(reading);
    document.removeEventListener('pointerdown', resume);
    source.disconnect();
    void context.close();
  };
};
