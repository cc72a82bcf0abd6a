import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttendanceRow, SessionMember, SessionPhase } from '@/api/history';
import { useFormats } from './format';
import { nameOf } from './names';
import { ScrollRegion } from './ScrollRegion';

/** A table that scrolls by itself where it is wider than the page; its first column names the line. */
function Table({
  label,
  heads,
  rows,
}: {
  label: string;
  heads: string[];
  rows: { key: string; cells: ReactNode[] }[];
}) {
  return (
    <ScrollRegion label={label} className="rounded-2xl border border-line bg-surface">
      <table className="w-full text-left text-sm">
        <thead className="border-b border-line text-muted">
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className="px-3 py-2.5 sm:px-4 font-medium">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [first, ...others] }) => (
            <tr key={key} className="border-b border-line last:border-0">
              <th scope="row" className="px-3 py-2.5 sm:px-4 font-medium">
                {first}
              </th>
              {others.map((cell, index) => (
                <td key={index} className="px-3 py-2.5 sm:px-4">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

export function PeopleTable({ members }: { members: SessionMember[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <Table
      label={t('history.people')}
      heads={[t('history.name'), t('history.wasThere'), t('history.focus')]}
      rows={members.map((member) => ({
        key: member.memberId,
        cells: [
          nameOf(t, member),
          member.visits
            .map(
              ({ from, to }) => `${formats.time(from)}–${to === null ? t('history.now') : formats.time(to)}`,
            )
            .join(', '),
          formats.duration(member.focusMs),
        ],
      }))}
    />
  );
}

export function AttendanceTable({ rows }: { rows: AttendanceRow[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <Table
      label={t('history.attendance')}
      heads={[t('history.name'), t('history.came'), t('history.went'), t('history.present')]}
      rows={rows.map((row) => ({
        key: row.memberId,
        cells: [
          nameOf(t, row),
          formats.time(row.from),
          row.to === null ? t('history.now') : formats.time(row.to),
          formats.duration(row.minutes * 60_000),
        ],
      }))}
    />
  );
}

export function PhasesTable({ phases }: { phases: SessionPhase[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <Table
      label={t('history.phasesName')}
      heads={[t('history.phase'), t('history.time'), t('history.outcome')]}
      rows={phases.map(({ phase, startedAt, endedAt, completed }) => ({
        key: `${startedAt}`,
        cells: [
          t(`history.phaseNames.${phase}`),
          `${formats.time(startedAt)}–${endedAt === null ? t('history.now') : formats.time(endedAt)}`,
          endedAt === null ? t('history.goesOn') : t(completed ? 'history.completed' : 'history.cutShort'),
        ],
      }))}
    />
  );
}
