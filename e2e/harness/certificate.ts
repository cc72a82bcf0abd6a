import { execFile } from 'node:child_process';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface CertificateFiles {
  certificate: string;
  key: string;
}

/** Makes a self-signed certificate for localhost in a folder; an older one there is replaced, as renewal tools do it. */
export async function makeCertificate(folder: string): Promise<CertificateFiles> {
  const files = { certificate: join(folder, 'certificate.pem'), key: join(folder, 'key.pem') };
  const fresh = { certificate: `${files.certificate}.new`, key: `${files.key}.new` };
  await run('openssl', [
    ...'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2'.split(' '),
    ...['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'],
    ...['-keyout', fresh.key, '-out', fresh.certificate],
  ]);
  await rename(fresh.key, files.key);
  await rename(fresh.certificate, files.certificate);
  return files;
}

/** The fingerprint of the certificate that a new connection is shown. */
export function servedFingerprint(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(
      { port, host: 'localhost', servername: 'localhost', rejectUnauthorized: false },
      () => {
        resolve(socket.getPeerCertificate().fingerprint256);
        socket.destroy();
      },
    );
    socket.once('error', reject);
  });
}
