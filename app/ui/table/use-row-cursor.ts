import { type RefObject, useEffect, useState } from 'react';
import { useShortcuts } from '../shortcuts.tsx';

interface RowCursorOptions<Row> {
  readonly box: RefObject<HTMLElement | null>;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly showRow: (index: number) => void;
  readonly keys: Readonly<Record<string, (row: Row) => void>> | undefined;
}

/** The row that keys act on: `j` and `k` move it, and focus follows. */
export function useRowCursor<Row>({ box, rows, rowKey, showRow, keys }: RowCursorOptions<Row>) {
  const [key, setKey] = useState<string | null>(null);
  const [moved, setMoved] = useState(0);
  const at = rows.findIndex((row) => rowKey(row) === key);

  const move = (by: number) => {
    const index = Math.min(rows.length - 1, Math.max(0, at < 0 ? 0 : at + by));
    const row = rows[index];
    if (!row) return;
    showRow(index);
    setKey(rowKey(row));
    setMoved((count) => count + 1);
  };

  useEffect(() => {
    if (moved === 0 || key === null) return;
    box.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`)?.focus();
  }, [moved, key, box]);

  const row = rows[at];
  const onRow = Object.entries(keys ?? {}).map(([name, act]) => [name, row && (() => act(row))] as const);
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    ...Object.fromEntries(onRow),
  });

  return { key, set: setKey };
}
