import { Volume2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/shared/ui/Button';
import { useLocalMedia, useRoom } from './session-context';

/** Everyone's sound, apart from the pictures: who is on another page is still heard. */
export function RemoteAudio() {
  const { t } = useTranslation();
  const others = useRoom((state) => state.others);
  const speakerId = useLocalMedia((state) => state.speakerId);
  const container = useRef<HTMLDivElement>(null);
  const [blocked, setBlocked] = useState(false);
  const streams = others.flatMap(({ userId, stream, screenStream }) => [
    { key: `${userId}:voice`, stream },
    { key: `${userId}:screen`, stream: screenStream },
  ]);

  const playAll = (): void => {
    setBlocked(false);
    for (const audio of container.current?.querySelectorAll('audio') ?? []) {
      audio.play().catch((error: unknown) => {
        if (isAutoplayRefusal(error)) setBlocked(true);
      });
    }
  };

  return (
    <>
      <div ref={container} hidden data-testid="remote-audio">
        {streams.map(
          ({ key, stream }) =>
            stream && (
              <AudioOutput
                key={key}
                stream={stream}
                speakerId={speakerId}
                onBlocked={() => setBlocked(true)}
              />
            ),
        )}
      </div>
      {blocked && (
        <div className="pointer-events-none fixed inset-x-0 top-4 z-30 flex justify-center">
          <Button
            kind="primary"
            data-testid="tap-to-hear"
            className="pointer-events-auto min-h-13 px-6 shadow-lift"
            onClick={playAll}
          >
            <Volume2 className="size-5" aria-hidden="true" />
            {t('room.tapToHear')}
          </Button>
        </div>
      )}
    </>
  );
}

interface AudioOutputProps {
  stream: MediaStream;
  speakerId: string | null;
  onBlocked: () => void;
}

function AudioOutput({ stream, speakerId, onBlocked }: AudioOutputProps) {
  const audio = useRef<HTMLAudioElement>(null);
  const reportBlocked = useRef(onBlocked);

  useEffect(() => {
    reportBlocked.current = onBlocked;
  }, [onBlocked]);

  useEffect(() => {
    const element = audio.current;
    if (!element) return;
    element.srcObject = stream;
    element.play().catch((error: unknown) => {
      if (isAutoplayRefusal(error)) reportBlocked.current();
    });
  }, [stream]);

  useEffect(() => {
    const element = audio.current;
    if (!element || speakerId === null || !('setSinkId' in element)) return;
    // A speaker that was unplugged: the browser goes on with the standard one.
    element.setSinkId(speakerId).catch(() => undefined);
  }, [speakerId]);

  // Live voices have no captions file.
  // eslint-disable-next-line jsx-a11y/media-has-caption
  return <audio ref={audio} autoPlay />;
}

function isAutoplayRefusal(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotAllowedError';
}
