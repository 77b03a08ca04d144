import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { Show } from '../../parts/Show';
import { useAnswer } from '../../parts/useAnswer';
import { may, places } from '../../shell/session';
import { words } from '../../words/language';
import { Remarks } from '../office/awards/Remarks';
import { CommentForm } from './CommentForm';

const w = words({ say: 'Góp ý', title: 'Góp ý của đơn vị', private: 'Góp ý chỉ có đơn vị, cơ quan thường trực, Hội đồng và người theo dõi đọc được.' }, { say: 'Say something', title: 'What your unit said', private: 'Only the unit, the office, the council and readers see it.' });

/** The units for which the caller may say something. */
function mine(): readonly { readonly id: string; readonly name: string }[] {
  const all = places.value.filter(place => may('CommentOnProposal', place)).map(place => ({ id: place.unit, name: place.unitName }));
  return all.filter((one, at) => all.findIndex(other => other.id === one.id) === at);
}

/** What the caller's units said to a disclosure, with the answers; and the way to say more while remarks are taken. */
export function MyComments({ of }: { of: Schema['DisclosedView'] }) {
  const { year, disclosure } = of;
  const units = mine();
  const [isSaying, say] = useState(false);
  const said = useAnswer(signal => ask(api.GET('/api/cycles/{year}/disclosures/{disclosure}/comments', { params: { path: { year, disclosure } }, signal })).then(({ data }) => data.remarks), [year, disclosure]);
  return units.length === 0 ? null : (
    <section class="no-print">
      <h2>{w.title}</h2>
      <p class="hint">{w.private}</p>
      {of.isOpen && <p><button type="button" class="primary" onClick={() => say(true)}>{w.say}</button></p>}
      <Show of={said}>{all => all.length > 0 && <Remarks all={all} />}</Show>
      {isSaying && <CommentForm of={of} units={units} said={said.value ?? []} onClose={() => say(false)} onSaved={said.reload} />}
    </section>
  );
}
