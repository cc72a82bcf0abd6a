import { describe, expect, it } from 'vitest';
import { withSilenceSuppression } from './session-description';

const offer = (parameters: string): string =>
  [
    'v=0',
    'm=audio 9 UDP/TLS/RTP/SAVPF 111 63 9',
    'a=rtpmap:111 opus/48000/2',
    `a=fmtp:111 ${parameters}`,
    'a=rtpmap:63 red/48000/2',
    'a=fmtp:63 111/111',
    'm=video 9 UDP/TLS/RTP/SAVPF 96',
    'a=rtpmap:96 VP8/90000',
    '',
  ].join('\r\n');

describe('silence suppression', () => {
  it('is asked for in the parameters of Opus alone', () => {
    expect(withSilenceSuppression(offer('minptime=10;useinbandfec=1'))).toBe(
      offer('minptime=10;useinbandfec=1;usedtx=1'),
    );
  });

  it('is left as it stands where it is named already', () => {
    expect(withSilenceSuppression(offer('usedtx=0;minptime=10'))).toBe(offer('usedtx=0;minptime=10'));
  });

  it('leaves a description without Opus alone', () => {
    const data = 'v=0\r\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n';
    expect(withSilenceSuppression(data)).toBe(data);
  });
});
