/**
 * Sent to the browser before the page's own scripts, so it uses nothing from outside itself: voices go as plain samples, few
 * packets a second. Where many pages share few cores, Opus and its fifty packets a second and pair cost far more than all
 * pictures together.
 */
export function speakPlainly(): void {
  const { prototype } = RTCPeerConnection;
  const setRemoteDescription = prototype.setRemoteDescription as (
    this: RTCPeerConnection,
    description: RTCSessionDescriptionInit,
  ) => Promise<void>;
  // What the other side is said to take: G.711 alone, in the longest packets that Chromium makes of it.
  const plain = (sdp: string): string =>
    sdp
      .split(/^(?=m=)/m)
      .map((part) =>
        part.startsWith('m=audio ')
          ? part
              .replace(/^(m=audio \d+ \S+) .*$/m, '$1 0')
              .replace(/^a=(rtpmap|fmtp|rtcp-fb):(?!0 ).*\r\n/gm, '')
              .replace(/^a=rtpmap:0 .*$/m, '$&\r\na=ptime:60')
          : part,
      )
      .join('');
  const setPlainDescription = function (
    this: RTCPeerConnection,
    { type, sdp = '' }: RTCSessionDescriptionInit,
  ): Promise<void> {
    return setRemoteDescription.call(this, { type, sdp: plain(sdp) });
  };
  prototype.setRemoteDescription = setPlainDescription as typeof prototype.setRemoteDescription;
}
