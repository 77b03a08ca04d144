import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { Confirm } from '../../parts/Confirm';
import { DayField } from '../../parts/DayField';
import { Field } from '../../parts/Field';
import { Loading, Notice } from '../../parts/States';
import { useAnswer } from '../../parts/useAnswer';
import type { PlaceId } from '../../shell/places';
import { common } from '../../words/common';
import type { Day } from '../../words/format';
import { words } from '../../words/language';
import { inPeriod } from './place';

const w = words({
  title: 'Ghi thứ tự các đơn vị đồng hạng',
  kind: 'Theo',
  ballot: 'Kết quả bỏ phiếu của khối',
  decision: 'Quyết định của cấp có thẩm quyền',
  none: 'Bảng điểm của khối không nêu bỏ phiếu hay quyết định để phân định, nên các đơn vị giữ đồng hạng.',
  order: 'Thứ tự',
  up: (unit: string) => `Lên: ${unit}`,
  authority: 'Ai quyết định, số văn bản',
  authorityHint: 'Ví dụ: Biên bản kiểm phiếu số 02/BB-K5. In trong bảng xếp hạng.',
  reason: 'Lý do, in trong bảng xếp hạng',
  day: 'Ngày',
  result: 'Kết quả bỏ phiếu',
  resultHint: 'Ví dụ: 7 phiếu và 3 phiếu',
}, {
  title: 'Record the order of units that share a place',
  kind: 'By',
  ballot: 'A ballot of the bloc',
  decision: 'A decision of the competent body',
  none: 'The scheme names neither a ballot nor a decision to separate units, so they keep sharing the place.',
  order: 'Order',
  up: unit => `Up: ${unit}`,
  authority: 'Who settled it, with number',
  authorityHint: 'Such as the minutes of the ballot 02/BB-K5. It stands in the standings.',
  reason: 'The reason, which stands in the standings',
  day: 'Day',
  result: 'What the ballot came to',
  resultHint: 'Such as 7 votes and 3 votes',
});

type Kind = 'ballot' | 'decision';

export interface TieFormProps {
  readonly place: PlaceId;
  readonly scheme: Schema['StandingsView']['scheme'];
  readonly units: readonly Schema['TiedUnit'][];
  readonly before?: Schema['TieDecisionView'];
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** The order that a ballot or a decision gave to units that nothing else separates. */
export function TieForm({ place, scheme, units, before, onClose, onSaved }: TieFormProps) {
  const kinds = useAnswer(async signal => {
    const { data } = await ask(api.GET('/api/schemes/{scheme}', { params: { path: { scheme: scheme.scheme }, query: { version: scheme.version } }, signal }));
    return (data.content.tieBreaks ?? []).map(one => one.kind).filter((kind): kind is Kind => kind === 'ballot' || kind === 'decision');
  }, [scheme.scheme, scheme.version]);
  const [order, setOrder] = useState(units);
  const [chosen, choose] = useState<Kind | undefined>(before?.kind === 'ballot' ? 'ballot' : before ? 'decision' : undefined);
  const [said, say] = useState({ authority: before?.authority ?? '', reason: before?.reason ?? '', result: before?.result ?? '' });
  const [day, setDay] = useState<Day | null>(before?.day ?? null);
  const kind = chosen ?? kinds.value?.[0];
  const isBallot = kind === 'ballot';
  const isWhole = kind && said.authority.trim() && said.reason.trim() && (!isBallot || (day && said.result.trim()));
  const send = async () => {
    await ask(api.PUT('/api/cycles/{year}/periods/{period}/blocs/{bloc}/standings/decisions', {
      params: { path: inPeriod(place), header: before ? { 'If-Match': `"${before.version}"` } : {} },
      body: { kind: kind!, units: order.map(one => one.unit), authority: said.authority.trim(), reason: said.reason.trim(), day, result: isBallot ? said.result.trim() : null },
    }));
    onSaved();
  };
  const text = (part: keyof typeof said) => (event: Event) => say({ ...said, [part]: (event.currentTarget as HTMLInputElement).value });
  return (
    <Confirm title={w.title} isOpen onClose={onClose} onConfirm={send} yes={common.save} isDisabled={!isWhole}>
      {!kinds.value && <Loading />}
      {kinds.value?.length === 0 && <Notice>{w.none}</Notice>}
      {kinds.value && kinds.value.length > 0 && (
        <>
          <fieldset class="choices">
            <legend>{w.kind}</legend>
            {kinds.value.map(one => <label><input type="radio" name="kind" checked={kind === one} onChange={() => choose(one)} /> {w[one]}</label>)}
          </fieldset>
          <h3>{w.order}</h3>
          <ol>
            {order.map((one, at) => (
              <li key={one.unit}>{one.name} {at > 0 && <button type="button" class="quiet" aria-label={w.up(one.name)} onClick={() => setOrder(moved(order, at))}>↑</button>}</li>
            ))}
          </ol>
          <Field label={w.authority} hint={w.authorityHint} isRequired><input type="text" maxLength={300} value={said.authority} onInput={text('authority')} /></Field>
          <Field label={w.day} isRequired={isBallot}><DayField value={day} onChange={setDay} /></Field>
          {isBallot && <Field label={w.result} hint={w.resultHint} isRequired><input type="text" maxLength={1000} value={said.result} onInput={text('result')} /></Field>}
          <Field label={w.reason} isRequired><textarea rows={2} maxLength={1000} value={said.reason} onInput={text('reason')} /></Field>
        </>
      )}
    </Confirm>
  );
}

/** One place up. */
const moved = <T,>(order: readonly T[], at: number): readonly T[] => order.with(at, order[at - 1]!).with(at - 1, order[at]!);
