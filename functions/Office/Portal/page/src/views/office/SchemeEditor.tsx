import { useState } from 'preact/hooks';
import { api, ask, type Answer, type Schema } from '../../api/client';
import { faultsAt } from '../../api/problem';
import { Download } from '../../parts/Download';
import { Field } from '../../parts/Field';
import { PointsField } from '../../parts/PointsField';
import { Show } from '../../parts/Show';
import { Notice, ProblemView } from '../../parts/States';
import { StatusBadge } from '../../parts/StatusBadge';
import { useAct } from '../../parts/useAct';
import { useAnswer } from '../../parts/useAnswer';
import { isReadable } from '../../parts/useValidity';
import { may } from '../../shell/session';
import { words } from '../../words/language';
import { toHundredths, toPoints, writePoints } from '../../words/points';
import type { ViewProps } from '../routes';
import { CriterionForm } from './CriterionForm';
import { Frame } from './Frame';
import { Ladder } from './Ladder';
import { at } from './names';
import { add, misfits, put, remove, sumOf, type Content } from './scheme';
import { SchemeFile } from './SchemeFile';
import { SchemeTree } from './SchemeTree';
import { VoidCriterion } from './VoidCriterion';
import { useGuard } from '../../parts/useGuard';

const w = words({
  back: 'Bảng điểm', version: (n: number) => `Bản ${n}`, draft: 'đang soạn', workbook: 'Tải về XLSX', compare: 'So sánh các bản', preview: 'Xem như đơn vị thấy', title: 'Tên bảng điểm', maximum: 'Tổng điểm (không kể điểm thưởng)',
  inUse: (next: number) => `Bảng điểm này đang được dùng để chấm. Nếu sửa, nội dung mới thành bản ${next}; các năm vẫn theo bản đang dùng cho đến khi đổi trong trang của năm.`,
  sum: (sum: string, all: string) => `Các phần cộng lại: ${sum} / ${all} điểm`, fits: 'Các tổng đều khớp', misfit: (n: number) => `${n} tổng chưa khớp`, section: 'Thêm phần', save: 'Lưu bảng điểm', saveDraft: 'Lưu bản nháp', saved: (n: number) => `Đã lưu thành bản ${n}.`,
  undo: 'Bỏ các thay đổi', choose: 'Chọn một tiêu chí để sửa.', file: 'Thay bằng tệp Excel', draftHint: 'Bản nháp chưa cần khớp tổng, và chưa năm nào dùng được.', mustFit: 'Các tổng phải khớp thì mới lưu được.',
}, {
  back: 'Schemes', version: n => `Version ${n}`, draft: 'draft', workbook: 'Download XLSX', compare: 'Compare versions', preview: 'See it as a unit does', title: 'Name of the scheme', maximum: 'Points in all (without bonus)',
  inUse: next => `Units are scored by this scheme. A change becomes version ${next}; the years stay with theirs until you change it in the year’s page.`,
  sum: (sum, all) => `The sections come to ${sum} of ${all} points`, fits: 'All sums agree', misfit: n => `${n} sums do not agree`, section: 'Add a section', save: 'Save the scheme', saveDraft: 'Save as a draft', saved: n => `Saved as version ${n}.`,
  undo: 'Undo my changes', choose: 'Choose a criterion to change it.', file: 'Replace it by a workbook', draftHint: 'The sums of a draft need not agree, and no year can take it yet.', mustFit: 'It can be saved once all sums agree.',
});

export default function SchemeEditor({ params }: ViewProps) {
  const scheme = params.scheme!;
  const asked = useAnswer(signal => ask(api.GET('/api/schemes/{scheme}', { params: { path: { scheme } }, signal })), [scheme]);
  const [saved, save] = useState<number>();
  const known = asked.value?.data;
  const keep = (answer: Answer<Schema['SchemeView']>) => {
    save(answer.data.version);
    asked.reload();
  };
  return (
    <Frame
      title={known?.content.title ?? w.back} back={{ href: at('schemes'), name: w.back }}
      lead={known && <>{w.version(known.version)} {known.content.isDraft && <StatusBadge kind="warn">{w.draft}</StatusBadge>}</>}
      actions={
        <>
          <Download address={`/api/schemes/${encodeURIComponent(scheme)}/xlsx`}>{w.workbook}</Download>
          <a class="button" href={at('scheme', scheme, 'comparison')}>{w.compare}</a>
          <a class="button" href={at('scheme', scheme, 'preview')}>{w.preview}</a>
        </>
      }>
      {saved && <Notice kind="good">{w.saved(saved)}</Notice>}
      <Show of={asked}>{answer => <Editor key={`${answer.etag} ${answer.data.voided.length}`} known={answer} onSaved={keep} onFile={asked.reload} />}</Show>
    </Frame>
  );
}

function Editor({ known, onSaved, onFile }: { known: Answer<Schema['SchemeView']>; onSaved: (answer: Answer<Schema['SchemeView']>) => void; onFile: () => void }) {
  const { scheme, version, isInUse, content: before } = known.data;
  const [content, set] = useState<Content>(before);
  const [chosen, choose] = useState<string | null>(null);
  const act = useAct();
  const wrong = misfits(content);
  useGuard(content !== before);
  const mayChange = may('PutScheme');
  const criterion = content.criteria.find(one => one.code === chosen);
  const save = (isDraft: boolean) => act.run(async () => onSaved(await ask(api.PUT('/api/schemes/{scheme}', {
    params: { path: { scheme }, header: known.etag ? { 'If-Match': known.etag } : {} }, body: { ...content, isDraft },
  }))));
  const grow = (parent: string | null) => {
    const grown = add(content, parent);
    set(grown.content);
    choose(grown.code);
  };
  return (
    <>
      {isInUse && <Notice kind="note">{w.inUse(version + 1)}</Notice>}
      <div class="card inline-form">
        <Field label={w.title} path="$.title" faults={act.faults}><input type="text" maxLength={500} value={content.title} disabled={!mayChange} onInput={event => set({ ...content, title: event.currentTarget.value })} /></Field>
        <Field label={w.maximum} path="$.maximum" faults={act.faults}><PointsField value={toHundredths(content.maximum)} least={0} isDisabled={!mayChange} onChange={value => set({ ...content, maximum: toPoints(value ?? 0) })} /></Field>
        <p role="status"><strong>{w.sum(writePoints(sumOf(content, null)), writePoints(toHundredths(content.maximum)))}</strong><br /><StatusBadge kind={wrong.length === 0 ? 'good' : 'warn'}>{wrong.length === 0 ? w.fits : w.misfit(wrong.length)}</StatusBadge></p>
      </div>
      <div class="beside">
        <div class="card">
          <SchemeTree content={content} chosen={chosen} voided={known.data.voided.map(one => one.criterion)} onChoose={choose} onAdd={mayChange ? grow : undefined} />
          {mayChange && <div class="buttons"><button type="button" onClick={() => grow(null)}>{w.section}</button></div>}
        </div>
        <div class="card is-sticky">
          {criterion && isInUse && may('VoidCriterion') && before.criteria.includes(criterion) && !known.data.voided.some(one => one.criterion === criterion.code) && (
            <VoidCriterion key={criterion.code} scheme={scheme} version={version} criterion={criterion} onDone={onFile} />
          )}
          {criterion
            ? (
              <CriterionForm
                key={criterion.code} content={content} criterion={criterion} isDisabled={!mayChange} onChange={set}
                faults={faultsAt(act.faults, `$.criteria[${content.criteria.indexOf(criterion)}]`)}
                onPut={part => set(put(content, criterion.code, part))} onRemove={() => { set(remove(content, criterion.code)); choose(null); }} />
            )
            : <p class="soft">{w.choose}</p>}
        </div>
      </div>
      <Ladder content={content} isDisabled={!mayChange} onChange={set} />
      {mayChange && (
        <div class="card">
          {act.problem && <ProblemView problem={act.problem} />}
          <div class="buttons">
            <button type="button" class="primary" disabled={act.isBusy || content === before && !content.isDraft || wrong.length > 0} onClick={() => isReadable() && void save(false)}>{w.save}</button>
            {!isInUse && <button type="button" disabled={act.isBusy || content === before} onClick={() => isReadable() && void save(true)}>{w.saveDraft}</button>}
            {content !== before && <button type="button" onClick={() => { set(before); choose(null); }}>{w.undo}</button>}
          </div>
          {wrong.length > 0 && <p class="hint" role="status">⚠ {w.mustFit}</p>}
          {!isInUse && <p class="hint">{w.draftHint}</p>}
          {may('ImportScheme') && <details><summary>{w.file}</summary><SchemeFile scheme={scheme} etag={known.etag} onDone={onFile} /></details>}
        </div>
      )}
    </>
  );
}
