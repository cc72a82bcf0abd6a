import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fileName } from '@/api/download';
import { seriousViolations } from '@/testing/axe';
import { renderPage } from '@/testing/page';
import { user } from '@/testing/user';
import { ExportMenu } from './ExportMenu';

const saved: { name: string; url: string }[] = [];

beforeEach(() => {
  saved.length = 0;
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, url: this.href });
  });
  Object.assign(URL, { createObjectURL: () => 'blob:file', revokeObjectURL: () => undefined });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function choose(): Promise<void> {
  await user.click(screen.getByTestId('export'));
  await user.click(screen.getByTestId('export-csv'));
}

describe('an export', () => {
  it('tells how much has come, and is saved under its name', async () => {
    let body: ReadableStreamDefaultController<Uint8Array> | undefined;
    const asked: string[] = [];
    vi.stubGlobal('fetch', (path: string) => {
      asked.push(path);
      const stream = new ReadableStream<Uint8Array>({ start: (controller) => void (body = controller) });
      const headers = {
        'content-disposition': 'attachment; filename="session.csv"',
        'content-type': 'text/csv',
      };
      return Promise.resolve(new Response(stream, { headers }));
    });
    const { container } = renderPage(
      <ExportMenu formats={['csv', 'ics']} path={(format) => `/x?format=${format}`} />,
    );
    await choose();
    expect(asked).toEqual(['/x?format=csv']);
    act(() => body?.enqueue(new Uint8Array(12_000)));
    expect(await screen.findByText(/12 kB so far/)).toBeVisible();
    expect(await seriousViolations(container)).toEqual([]);
    act(() => body?.close());
    await waitFor(() => expect(saved).toEqual([{ name: 'session.csv', url: 'blob:file' }]));
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });

  it('that could not be made is said to have failed', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status: 503 })));
    renderPage(<ExportMenu formats={['csv']} path={() => '/x'} />);
    await choose();
    expect(await screen.findByText(/could not be made/)).toBeVisible();
    expect(saved).toEqual([]);
  });
});

it.each([
  ['attachment; filename="a b.ics"', 'a b.ics'],
  ['attachment; filename=plain.csv', 'plain.csv'],
  ['attachment', 'focusly'],
  [null, 'focusly'],
])('%s names a file %s', (header, name) => expect(fileName(header)).toBe(name));
