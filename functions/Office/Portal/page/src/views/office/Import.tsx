import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { sendFile } from '../../api/files';
import { Notice, ProblemView } from '../../parts/States';
import { Upload } from '../../parts/Upload';
import { useAct } from '../../parts/useAct';
import { words } from '../../words/language';
import { FileFaults, useFileFaults } from './FileFaults';
import { accepted, typed } from './tables';

const w = words({
  label: 'Tệp để nhập (CSV hoặc XLSX)', checked: 'Đã kiểm tra, chưa ghi gì. Nếu đồng ý, tệp sẽ:', really: 'Nhập vào hệ thống', done: 'Đã nhập xong.',
}, {
  label: 'The file to import (CSV or XLSX)', checked: 'Checked; nothing is saved yet. If you agree, the file will:', really: 'Import it', done: 'Imported.',
});

export interface ImportProps<T> {
  /** The path of the API, without its query. */
  readonly address: string;
  /** What the file does, of the check and of the import alike. */
  readonly say: (answer: T) => ComponentChildren;
  readonly onDone?: () => void;
}

/** A file is checked first; what it would do is shown, and it is taken when one agrees. */
export function Import<T>({ address, say, onDone }: ImportProps<T>) {
  const [checked, check] = useState<{ file: File; answer: T; isDone: boolean }>();
  const act = useAct();
  const { faults, sending } = useFileFaults();
  const send = async (chosen: File, onProgress: (share: number) => void) => {
    check(undefined);
    act.clear();
    const file = typed(chosen);
    const { data } = await sending(() => sendFile<T>(`${address}?check=true`, file, { onProgress }));
    check({ file, answer: data, isDone: false });
  };
  const take = () => act.run(async () => {
    check({ file: checked!.file, answer: (await sendFile<T>(address, checked!.file)).data, isDone: true });
    onDone?.();
  });
  return (
    <>
      <Upload label={w.label} accept={accepted} isSingle send={send} most={2 * 1_048_576} />
      <FileFaults faults={faults} />
      {checked && (
        <section class="card">
          <Notice kind={checked.isDone ? 'good' : 'note'}>{checked.isDone ? w.done : w.checked}</Notice>
          {say(checked.answer)}
          {act.problem && <ProblemView problem={act.problem} />}
          {!checked.isDone && <div class="buttons"><button type="button" class="primary" disabled={act.isBusy} onClick={() => void take()}>{w.really}</button></div>}
        </section>
      )}
    </>
  );
}
