import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { Confirm } from '../../parts/Confirm';
import { Field } from '../../parts/Field';
import { Show } from '../../parts/Show';
import { StatusBadge } from '../../parts/StatusBadge';
import { useAnswer } from '../../parts/useAnswer';
import type { PlaceId } from '../../shell/places';
import { common } from '../../words/common';
import { day } from '../../words/format';
import { words } from '../../words/language';
import { inPeriod, mayIn } from './place';
import { TieForm } from './TieForm';

const w = words({
  title: 'Đơn vị đồng hạng',
  lead: 'Khi mọi tiêu chí xét đều bằng nhau, thứ tự theo kết quả bỏ phiếu hoặc quyết định của cấp có thẩm quyền; cơ quan thường trực ghi lại.',
  shared: (rank: number) => `Cùng hạng ${rank}`,
  decide: 'Ghi thứ tự',
  ballot: 'Theo kết quả bỏ phiếu',
  decision: 'Theo quyết định',
  counts: 'đang áp dụng',
  idle: 'không còn áp dụng: các đơn vị này không còn bằng nhau',
  takeBack: 'Rút lại',
  takeBackOf: (units: string) => `Rút lại thứ tự của ${units}`,
  reason: 'Lý do rút lại',
  again: 'Các đơn vị trở lại đồng hạng.',
}, {
  title: 'Units that share a place',
  lead: 'Where everything that is computed is equal, the order follows a ballot or a decision of the competent body; the office records it.',
  shared: rank => `All at place ${rank}`,
  decide: 'Record the order',
  ballot: 'By a ballot',
  decision: 'By a decision',
  counts: 'it holds',
  idle: 'it holds no more: these units are not equal any longer',
  takeBack: 'Take back',
  takeBackOf: units => `Take back the order of ${units}`,
  reason: 'Why it is taken back',
  again: 'The units share the place again.',
});

const namesOf = (units: readonly Schema['TiedUnit'][]): string => units.map(one => one.name).join(', ');

/** Units that nothing separates, and in which order people put them. */
export function Ties({ place, standings, onChange }: { place: PlaceId; standings: Schema['StandingsView']; onChange: () => void }) {
  const asked = useAnswer(async signal => (await ask(api.GET('/api/cycles/{year}/periods/{period}/blocs/{bloc}/standings/decisions', { params: { path: inPeriod(place) }, signal }))).data, [inPeriod(place)]);
  const [decided, decide] = useState<{ units: readonly Schema['TiedUnit'][]; before?: Schema['TieDecisionView'] } | null>(null);
  const [taken, takeBack] = useState<Schema['TieDecisionView'] | null>(null);
  const isOpen = standings.state === 'preview';
  const done = () => {
    asked.reload();
    onChange();
  };
  return (
    <Show of={asked}>
      {({ shared, decisions }) => shared.length + decisions.length > 0 && (
        <section>
          <h2>{w.title}</h2>
          <p class="hint">{w.lead}</p>
          <ul class="tasks">
            {shared.map(group => (
              <li>
                <div class="task-what"><span class="task-name">{w.shared(group.rank)}</span><p>{namesOf(group.units)}</p></div>
                {isOpen && mayIn('DecideTie', place) && <button type="button" aria-label={`${w.decide}: ${namesOf(group.units)}`} onClick={() => decide({ units: group.units })}>{w.decide}</button>}
              </li>
            ))}
            {decisions.map(one => (
              <li>
                <div class="task-what">
                  <span class="task-name">{one.units.map((unit, at) => `${at + 1}. ${unit.name}`).join(', ')}</span>
                  <p>{one.kind === 'ballot' ? w.ballot : w.decision}: {[one.authority, day(one.day), one.result].filter(Boolean).join('; ')}. {one.reason}</p>
                  <StatusBadge kind={one.counts ? 'good' : 'warn'}>{one.counts ? w.counts : w.idle}</StatusBadge>
                </div>
                {isOpen && mayIn('DecideTie', place) && <button type="button" aria-label={`${common.edit}: ${namesOf(one.units)}`} onClick={() => decide({ units: one.units, before: one })}>{common.edit}</button>}
                {isOpen && mayIn('TakeBackTieDecision', place) && <button type="button" class="danger" aria-label={w.takeBackOf(namesOf(one.units))} onClick={() => takeBack(one)}>{w.takeBack}</button>}
              </li>
            ))}
          </ul>
          {decided && <TieForm place={place} scheme={standings.scheme} {...decided} onClose={() => decide(null)} onSaved={done} />}
          {taken && <TakeBack place={place} tie={taken} onClose={() => takeBack(null)} onSaved={done} />}
        </section>
      )}
    </Show>
  );
}

function TakeBack({ place, tie, onClose, onSaved }: { place: PlaceId; tie: Schema['TieDecisionView']; onClose: () => void; onSaved: () => void }) {
  const [reason, say] = useState('');
  const send = async () => {
    await ask(api.POST('/api/cycles/{year}/periods/{period}/blocs/{bloc}/standings/decisions/withdrawal', {
      params: { path: inPeriod(place), header: { 'If-Match': `"${tie.version}"` } }, body: { units: tie.units.map(one => one.unit), reason: reason.trim() },
    }));
    onSaved();
  };
  return (
    <Confirm title={w.takeBackOf(namesOf(tie.units))} isOpen onClose={onClose} onConfirm={send} yes={w.takeBack} isDangerous isDisabled={!reason.trim()}>
      <p>{w.again}</p>
      <Field label={w.reason} isRequired><textarea rows={2} maxLength={1000} value={reason} onInput={event => say(event.currentTarget.value)} /></Field>
    </Confirm>
  );
}
