import clsx from 'clsx';
import { useEffect, useRef, useState } from 'react';

interface StreamVideoProps {
  stream: MediaStream | null;
  /** The picture is shown once it is wanted and has frames, so that a black box is never seen. */
  shown: boolean;
  mirrored?: boolean;
  fit: 'cover' | 'contain';
  label: string;
}

/** The picture of a stream. Always silent: what is to be heard has its own element. */
export function StreamVideo({ stream, shown, mirrored = false, fit, label }: StreamVideoProps) {
  const video = useRef<HTMLVideoElement>(null);
  const [hasFrames, setHasFrames] = useState(false);

  useEffect(() => {
    const element = video.current;
    if (!element) return;
    // React sets `muted` as an attribute only; without the property, autoplay is refused.
    element.muted = true;
    if (element.srcObject !== stream) element.srcObject = stream;
    // A hidden tab or a stream without tracks refuses; `autoplay` starts it later.
    if (stream) element.play().catch(() => undefined);
  }, [stream, shown]);

  return (
    <video
      ref={video}
      data-testid="tile-video"
      aria-label={label}
      aria-hidden={!(shown && hasFrames)}
      autoPlay
      playsInline
      muted
      disablePictureInPicture={mirrored}
      onResize={(event) => setHasFrames(event.currentTarget.videoWidth > 0)}
      onLoadedData={() => setHasFrames(true)}
      onEmptied={() => setHasFrames(false)}
      className={clsx(
        'absolute inset-0 size-full transition-opacity duration-200',
        fit === 'cover' ? 'object-cover' : 'object-contain',
        mirrored && '-scale-x-100',
        shown && hasFrames ? 'opacity-100' : 'opacity-0',
      )}
    />
  );
}
