import { Download } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '@/api/download';
import { buttonClass } from '@/shared/ui/Button';
import { Menu, MenuItem } from '@/shared/ui/Menu';

type Progress = { bytes: number } | 'failed' | null;

/** The forms in which something can be saved; how much has come is told while a long one is made. */
export function ExportMenu<F extends 'json' | 'csv' | 'md' | 'ics'>({
  formats,
  path,
}: {
  formats: readonly F[];
  path: (format: F) => string;
}) {
  const { t, i18n } = useTranslation();
  const [progress, setProgress] = useState<Progress>(null);
  const current = useRef<AbortController | null>(null);
  useEffect(() => () => current.current?.abort(), []);
  const kilobytes = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 0 });

  const start = async (format: F): Promise<void> => {
    current.current?.abort();
    const mine = new AbortController();
    current.current = mine;
    setProgress({ bytes: 0 });
    try {
      await download(path(format), (bytes) => setProgress({ bytes }), mine.signal);
      setProgress(null);
    } catch {
      if (!mine.signal.aborted) setProgress('failed');
    }
  };

  return (
    <div className="flex flex-wrap items-center gap-3">
      <Menu
        trigger={
          <button type="button" data-testid="export" className={buttonClass('secondary')}>
            <Download className="size-4.5" aria-hidden="true" />
            {t('history.export')}
          </button>
        }
      >
        {formats.map((format) => (
          <MenuItem key={format} data-testid={`export-${format}`} onSelect={() => void start(format)}>
            {t(`history.formats.${format}`)}
          </MenuItem>
        ))}
      </Menu>
      <p role="status" className="text-sm text-muted">
        {progress === 'failed' && t('history.exportFailed')}
        {progress !== null &&
          progress !== 'failed' &&
          t('history.exporting', { kilobytes: kilobytes.format(progress.bytes / 1_000) })}
      </p>
    </div>
  );
}
