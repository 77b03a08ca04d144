import { useState } from 'preact/hooks';
import type { Schema } from '../../../api/client';
import { Field } from '../../../parts/Field';
import { words } from '../../../words/language';
import { Select } from '../Frame';
import { copiedAward, freshAward } from './ruleParts';

const w = words({
  title: 'Thêm danh hiệu, hình thức', name: 'Tên danh hiệu, hình thức mới', like: 'Các quy định ban đầu', none: 'trống, ghi từ đầu', copied: (title: string) => `chép từ ${title}`, add: 'Thêm vào phiên bản',
}, { title: 'Add an award', name: 'What the new one is called', like: 'Its rules begin', none: 'empty', copied: title => `as those of ${title}`, add: 'Add to the version' });

/** Adds an award to a version that is being written: with no rules yet, or with those of another. */
export function NewAward({ awards, onAdd }: { awards: readonly Schema['Award'][]; onAdd: (award: Schema['Award']) => void }) {
  const [title, name] = useState('');
  const [like, choose] = useState('');
  const add = () => {
    const model = awards.find(one => one.code === like);
    onAdd(model ? copiedAward(model, title.trim(), awards) : freshAward(title.trim(), awards));
    name('');
    choose('');
  };
  return (
    <fieldset class="card">
      <legend>{w.title}</legend>
      <Field label={w.name}><input type="text" maxLength={300} value={title} onInput={event => name(event.currentTarget.value)} /></Field>
      <Field label={w.like}><Select value={like} onChange={choose} choices={[{ value: '', name: w.none }, ...awards.map(one => ({ value: one.code, name: w.copied(one.title) }))]} /></Field>
      <button type="button" disabled={!title.trim()} onClick={add}>{w.add}</button>
    </fieldset>
  );
}
