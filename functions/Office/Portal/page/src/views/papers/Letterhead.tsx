import { absent } from '../../api/absent';
import { api, ask, type Schema } from '../../api/client';
import { base } from '../../auth/settings';
import { LetterheadForm } from '../../parts/LetterheadForm';
import { Page } from '../../parts/Page';
import { Show } from '../../parts/Show';
import { useAnswer } from '../../parts/useAnswer';
import { addressOf } from '../../shell/places';
import { isOffice, may, places } from '../../shell/session';
import { words } from '../../words/language';
import type { ViewProps } from '../routes';

const w = words({
  title: 'Thể thức văn bản của đơn vị', lead: 'Những gì in trên mọi văn bản mà đơn vị ban hành, của mọi năm.', papers: 'Văn bản', unit: 'Đơn vị',
}, {
  title: 'Letterhead of the unit', lead: 'What stands on every paper that the unit issues, of whatever year.', papers: 'Papers', unit: 'The unit',
});

/** What stands on the papers of a unit. The unit writes it, or the office for it. */
export default function Letterhead({ params }: ViewProps) {
  const path = { unit: params.unit! };
  const mine = places.value.find(place => place.unit === path.unit);
  const asked = useAnswer(signal => absent(ask(api.GET('/api/units/{unit}/letterhead', { params: { path }, signal }))), [path]);
  const save = async (body: Schema['LetterheadBody']) => {
    const etag = asked.value?.etag;
    asked.set(await ask(api.PUT('/api/units/{unit}/letterhead', { params: { path, header: etag ? { 'If-Match': etag } : {} }, body })));
  };
  const back = isOffice.value ? { href: `${base}/office/unit/${encodeURIComponent(path.unit)}`, name: w.unit } : mine && { href: addressOf('papers', mine), name: w.papers };
  return (
    <Page title={w.title} lead={w.lead} {...back ? { back } : null}>
      <Show of={asked}>{answer => <LetterheadForm known={answer?.data ?? null} mayChange={may('PutLetterhead', mine)} save={save} />}</Show>
    </Page>
  );
}
