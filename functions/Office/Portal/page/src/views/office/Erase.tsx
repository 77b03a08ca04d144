import { useState } from 'preact/hooks';
import { api, ask } from '../../api/client';
import { Confirm } from '../../parts/Confirm';
import { Field } from '../../parts/Field';
import { Notice } from '../../parts/States';
import { useAnswer } from '../../parts/useAnswer';
import { today } from '../../shell/session';
import { common } from '../../words/common';
import { byName, count } from '../../words/format';
import { words } from '../../words/language';
import { Select } from './Frame';
import { allBlocs } from './reads';

const w = words({
  title: 'Xóa tên người trong một năm của khối', what: 'Người chủ trì, người ký, khách mời, người tham gia kiểm tra chéo, điển hình và đầu mối liên hệ mất tên, chức vụ và địa chỉ trong mọi văn bản của năm. Nội dung viết, chú thích và tệp đính kèm giữ nguyên; bản sao lưu giữ tên đến hết hạn của nó.',
  ask: 'Xóa tên người…', forGood: 'Không lấy lại được.', again: (name: string) => `Để xác nhận, xin viết lại tên khối: ${name}`, choose: '– chọn khối –', yes: 'Xóa tên người', done: (n: string) => `Đã xóa tên của ${n} người.`,
}, {
  title: 'Erase the names of people in a bloc’s year', what: 'Chairs, signers, guests, those who took part in cross-checks, role models and contacts lose name, post and address in every paper of the year. Running texts, captions and files stay as they are; backups keep the names until their time is over.',
  ask: 'Erase names…', forGood: 'It cannot be taken back.', again: name => `To confirm, write the bloc’s name again: ${name}`, choose: '– choose a bloc –', yes: 'Erase the names', done: n => `The names of ${n} people were erased.`,
});

/** Takes the names of people out of a bloc's year, for good. */
export function Erase() {
  const blocs = useAnswer(allBlocs, []);
  const [isAsked, question] = useState(false);
  const [year, setYear] = useState(Number(today.value.slice(0, 4)) - 1);
  const [bloc, choose] = useState('');
  const [typed, type] = useState('');
  const [reason, setReason] = useState('');
  const [done, say] = useState<string>();
  const name = blocs.value?.find(one => one.id === bloc)?.name;
  const erase = async () => {
    const { data } = await ask(api.POST('/api/cycles/{year}/blocs/{bloc}/people/erasure', { params: { path: { year, bloc } }, body: { confirmation: bloc, reason: reason.trim() } }));
    say(w.done(count(data.people)));
    type('');
    setReason('');
  };
  return (
    <section class="card">
      <h2>{w.title}</h2>
      <p>{w.what}</p>
      {done && <Notice kind="good">{done}</Notice>}
      <button type="button" class="danger" onClick={() => { say(undefined); question(true); }}>{w.ask}</button>
      <Confirm title={w.title} isOpen={isAsked} onClose={() => question(false)} onConfirm={erase} yes={w.yes} isDangerous isDisabled={!name || typed.trim() !== name || !reason.trim()}>
        <p><strong>{w.forGood}</strong></p>
        <Field label={common.year} isRequired><input type="number" min={2000} max={2100} value={year} onInput={event => setYear(event.currentTarget.valueAsNumber)} /></Field>
        <Field label={common.bloc} isRequired>
          <Select value={bloc} onChange={choose} choices={[{ value: '', name: w.choose }, ...[...blocs.value ?? []].sort(byName(one => one.name)).map(one => ({ value: one.id, name: one.name }))]} />
        </Field>
        <Field label={common.reason} isRequired><textarea rows={2} value={reason} onInput={event => setReason(event.currentTarget.value)} /></Field>
        {name && <Field label={w.again(name)} isRequired><input type="text" autocomplete="off" value={typed} onInput={event => type(event.currentTarget.value)} /></Field>}
      </Confirm>
    </section>
  );
}
