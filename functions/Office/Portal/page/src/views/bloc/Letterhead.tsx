import { absent } from '../../api/absent';
import { api, ask, type Schema } from '../../api/client';
import { LetterheadForm } from '../../parts/LetterheadForm';
import { Show } from '../../parts/Show';
import { useAnswer } from '../../parts/useAnswer';
import { words } from '../../words/language';
import type { ViewProps } from '../routes';
import { Frame } from './Frame';
import { mayIn, placeIn } from './place';
import './bloc.css';

const w = words({ title: 'Thể thức văn bản của khối', lead: 'Những gì in trên mọi văn bản mà khối ban hành trong năm' }, { title: 'Letterhead of the bloc', lead: 'What stands on every paper that the bloc issues in the year' });

/** What stands on the papers of a bloc in a year: it changes with the head. */
export default function Letterhead({ params }: ViewProps) {
  const place = placeIn(params);
  const path = { year: place.year, bloc: place.bloc };
  const asked = useAnswer(signal => absent(ask(api.GET('/api/cycles/{year}/blocs/{bloc}/letterhead', { params: { path }, signal }))), [path]);
  const save = async (body: Schema['LetterheadBody']) => {
    const etag = asked.value?.etag;
    asked.set(await ask(api.PUT('/api/cycles/{year}/blocs/{bloc}/letterhead', { params: { path, header: etag ? { 'If-Match': etag } : {} }, body })));
  };
  return (
    <Frame place={place} view="letterhead" title={w.title} lead={w.lead}>
      <Show of={asked}>{answer => <LetterheadForm known={answer?.data ?? null} mayChange={mayIn('PutBlocLetterhead', place)} save={save} />}</Show>
    </Frame>
  );
}
