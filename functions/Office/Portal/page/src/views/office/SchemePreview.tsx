import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { Field } from '../../parts/Field';
import { Show } from '../../parts/Show';
import { StatusBadge } from '../../parts/StatusBadge';
import { Table } from '../../parts/Table';
import { useAnswer } from '../../parts/useAnswer';
import { common } from '../../words/common';
import { words } from '../../words/language';
import { points } from '../../words/points';
import type { ViewProps } from '../routes';
import { Frame, Select } from './Frame';
import { at, criterionKindNames, evidenceNames } from './names';

const w = words({
  title: 'Phiếu như đơn vị thấy', back: 'Bảng điểm', lead: (title: string, version: number, most: string) => `${title}, bản ${version}, tối đa ${most} điểm`, which: 'Bản', version: (n: number) => `bản ${n}`, criterion: 'Tiêu chí', kind: 'Cách chấm', most: 'Điểm tối đa', basis: 'Căn cứ chấm điểm', evidence: 'Minh chứng', isVoid: 'không áp dụng', uncapped: 'không giới hạn',
}, {
  title: 'The form as a unit sees it', back: 'Scheme', lead: (title, version, most) => `${title}, version ${version}, at most ${most} points`, which: 'Version', version: n => `version ${n}`, criterion: 'Criterion', kind: 'How it is scored', most: 'At most', basis: 'Scored by', evidence: 'Evidence', isVoid: 'void', uncapped: 'no limit',
});

/** Every line of a scheme in the order of the form, with what is entered and the most it can give. */
export default function SchemePreview({ params }: ViewProps) {
  const scheme = params.scheme!;
  // The latest, until another is chosen.
  const [version, choose] = useState<number | null>(null);
  const asked = useAnswer(async signal => {
    const [{ data }, { data: latest }] = await Promise.all([
      ask(api.GET('/api/schemes/{scheme}/preview', { params: { path: { scheme }, query: version === null ? {} : { version } }, signal })),
      ask(api.GET('/api/schemes/{scheme}', { params: { path: { scheme } }, signal })),
    ]);
    return { data, versions: latest.version };
  }, [scheme, version]);
  const known = asked.value?.data;
  return (
    <Frame
      title={w.title} lead={known && w.lead(known.title, known.version, points(known.maximum))} back={{ href: at('scheme', scheme), name: w.back }}
      actions={<button type="button" onClick={() => print()}>{common.print}</button>}>
      <Show of={asked}>{({ data, versions }) => (
        <>
          {versions > 1 && (
            <div class="no-print">
              <Field label={w.which}><Select value={String(data.version)} onChange={value => choose(Number(value))} choices={Array.from({ length: versions }, (_, at) => ({ value: String(versions - at), name: w.version(versions - at) }))} /></Field>
            </div>
          )}
          <Lines of={data} />
        </>
      )}</Show>
    </Frame>
  );
}

function Lines({ of }: { of: Schema['SchemePreview'] }) {
  return (
    <Table
      caption={of.title} rows={of.lines} rowKey={line => line.code} rowClass={line => line.kind === 'group' ? 'is-group' : undefined}
      columns={[
        { head: w.criterion, cell: line => <>{line.number ?? line.code} {line.title} {line.isVoid && <StatusBadge kind="plain">{w.isVoid}</StatusBadge>}</> },
        { head: w.kind, cell: line => line.kind !== 'group' && <>{criterionKindNames[line.kind]}{line.options && <ul>{line.options.map(option => <li>{option.title}: {points(option.points)}</li>)}</ul>}</> },
        { head: w.most, cell: line => line.isUncapped ? w.uncapped : points(line.maximum), isNumber: true },
        { head: w.basis, cell: line => <span class="pre">{line.basis}</span> },
        { head: w.evidence, cell: line => line.kind !== 'group' && evidenceNames[line.evidence] },
      ]} />
  );
}
