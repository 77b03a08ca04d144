import { useEffect, useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { filesAddress, readAttachments, sendAttachment, type AttachedTo } from '../../parts/Attached';
import { Download } from '../../parts/Download';
import { FaultSummary, Field } from '../../parts/Field';
import { ProblemView } from '../../parts/States';
import { Show } from '../../parts/Show';
import { Upload } from '../../parts/Upload';
import { useAct } from '../../parts/useAct';
import { useAnswer } from '../../parts/useAnswer';
import { useGuard } from '../../parts/useGuard';
import { size } from '../../words/format';
import { words } from '../../words/language';
import type { AttendanceProps } from './Attendance';
import { bodyOf } from './meetingRules';
import { carriedOver, choicesOf, lacksCaption, photographsOf, type Choice } from './photographs';

const w = words({
  title: 'Ảnh hội nghị', lead: 'Ảnh được chọn đứng trong biên bản và tin bài, theo thứ tự dưới đây. Mỗi ảnh cần một chú thích.', send: 'Gửi ảnh hội nghị', use: (name: string) => `Dùng ảnh ${name}`, caption: (name: string) => `Chú thích của ${name}`, noFile: 'ảnh chưa có tệp', save: 'Lưu ảnh',
}, {
  title: 'Photographs', lead: 'Those that are chosen stand in the minutes and the news, in this order. Each needs a caption.', send: 'Send photographs', use: name => `Use ${name}`, caption: name => `Caption of ${name}`, noFile: 'a picture without a file', save: 'Save the photographs',
});

/** Pictures of a meeting: sent, chosen, and said what they show; also once the minutes are adopted. */
export function Photographs({ path, meeting, etag, onSaved }: AttendanceProps) {
  const to: AttachedTo = { subject: 'meeting', item: path.meeting };
  const files = useAnswer(signal => readAttachments(path, to, signal), [path, to]);
  const [typed, type] = useState<readonly Choice[]>();
  const [isChanged, setChanged] = useState(false);
  const act = useAct();
  useGuard(isChanged && !act.isBusy);
  useEffect(() => {
    if (files.value) {
      const now = choicesOf(meeting.photographs, files.value);
      type(typed && isChanged ? carriedOver(typed, now) : now);
    }
  }, [files.value, meeting.photographs]);
  const put = (at: number, change: Partial<Choice>) => {
    setChanged(true);
    type(typed!.with(at, { ...typed![at]!, ...change }));
  };
  const save = async (event: Event) => {
    event.preventDefault();
    const photographs = photographsOf(typed!);
    if (await act.run(() => ask(api.PUT('/api/cycles/{year}/blocs/{bloc}/meetings/{meeting}', { params: { path, header: { 'If-Match': etag! } }, body: { ...bodyOf(meeting), photographs } })))) {
      setChanged(false);
      onSaved();
    }
  };
  const known = (choice: Choice): Schema['AttachmentView'] | undefined => files.value?.find(file => file.id === choice.attachment);
  return (
    <form class="card no-print" onSubmit={event => void save(event)}>
      <h2>{w.title}</h2>
      <p class="soft">{w.lead}</p>
      <FaultSummary faults={act.faults} paths={[]} />
      {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
      <Show of={files}>{() => typed?.map((choice, at) => {
        const file = known(choice);
        const name = file?.name ?? w.noFile;
        return (
          <fieldset key={choice.attachment ?? `${at}`} class="finding">
            <label><input type="checkbox" checked={choice.isChosen} onChange={event => put(at, { isChosen: event.currentTarget.checked })} /> {w.use(name)}</label>{' '}
            {file && <><span class="small">({size(file.bytes)})</span> <Download class="quiet" address={`${filesAddress(path)}/${file.id}`} name={file.name}>{file.name}</Download></>}
            <Field label={w.caption(name)} isRequired={choice.isChosen}><input type="text" class="long" maxLength={500} value={choice.caption} onInput={event => put(at, { caption: event.currentTarget.value })} /></Field>
          </fieldset>
        );
      })}</Show>
      <Upload label={w.send} accept="image/jpeg,image/png" send={(file, onProgress) => sendAttachment(path, to, file, onProgress)} onSent={files.reload} isSentShownElsewhere />
      <div class="buttons"><button type="submit" class="primary" disabled={act.isBusy || !isChanged || !typed || lacksCaption(typed)}>{w.save}</button></div>
    </form>
  );
}
