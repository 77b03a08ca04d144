import { useState } from 'preact/hooks';
import { Problem, type Fault } from '../../api/problem';
import { words } from '../../words/language';
import { placeIn } from './tables';

const w = words({ title: (n: number) => `Tệp có ${n} chỗ cần sửa; chưa có gì được ghi:` }, { title: n => `${n} places of the file need mending; nothing was saved:` });

/** Sends a file; its faults are kept apart from why it was refused, so that each is shown with its line or cell. */
export function useFileFaults() {
  const [faults, set] = useState<readonly Fault[]>([]);
  const sending = async <T,>(send: () => Promise<T>): Promise<T> => {
    set([]);
    try {
      return await send();
    } catch (thrown) {
      const problem = Problem.from(thrown);
      set(problem.faults);
      throw new Problem({ ...problem.document, faults: [] });
    }
  };
  return { faults, sending };
}

export function FileFaults({ faults }: { faults: readonly Fault[] }) {
  return faults.length === 0 ? null : (
    <div class="notice bad" role="alert">
      <p class="notice-title">{w.title(faults.length)}</p>
      <ul>{faults.map(fault => <li><strong>{placeIn(fault.path)}:</strong> {fault.detail}</li>)}</ul>
    </div>
  );
}
