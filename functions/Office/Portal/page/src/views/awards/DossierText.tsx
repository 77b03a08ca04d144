import type { ComponentChildren } from 'preact';
import { Attached } from '../../parts/Attached';
import { fieldId } from '../../parts/Field';
import type { PlaceId } from '../../shell/places';
import { dossierWords as w } from '../../words/dossiers';
import { day } from '../../words/format';
import type { Known } from './dossier';
import { sayPaper } from './paper';
import { BallotVote, TypedVote } from './VoteResult';

/** What is in a dossier, to read and to print. */
export function DossierText({ place, award, known, mayWrite }: { place: PlaceId; award: string; known: Known; mayWrite: boolean }) {
  const { letter, minutes, ballot, report, files } = known.dossier!;
  return (
    <>
      <Part path="$.letter" title={w.letter}>
        {letter && (
          <>
            <p>{[letter.number, day(letter.day)].filter(Boolean).join(', ')}</p>
            <p class="pre">{letter.achievement}</p>
            {(letter.grounds ?? []).length > 0 && <><p class="label">{w.grounds}</p><ul>{letter.grounds!.map(one => <li>{sayPaper(one)}</li>)}</ul></>}
            {letter.appraisal && <><p class="label">{w.appraisal}</p><p class="pre">{letter.appraisal}</p></>}
          </>
        )}
      </Part>
      <Part path="$.minutes" title={w.minutes}>
        {(minutes || ballot) && (
          <>
            {minutes && <p>{[day(minutes.day), minutes.place].filter(Boolean).join(', ')}</p>}
            {ballot ? <BallotVote place={place} ballot={ballot} /> : minutes?.vote && <TypedVote vote={minutes.vote} />}
          </>
        )}
      </Part>
      <Part path="$.report" title={w.report}>
        {report && (
          <>
            <p>{[report.until && `${w.until}: ${day(report.until)}`, report.certifiedBy && `${w.certifiedBy}: ${report.certifiedBy}`].filter(Boolean).join('. ')}</p>
            {report.sections.map(one => <div class="section-text" key={one.section}><h3>{one.title}</h3>{one.text ? <p class="pre">{one.text}</p> : <p class="soft">{w.nothing}</p>}</div>)}
          </>
        )}
      </Part>
      <Part path="$.files" title={w.files}>
        {files.length > 0 && <ul>{files.map(one => <li>{one.title ?? known.outline.papers?.find(paper => paper.code === one.paper)?.title ?? w.otherPaper}: {known.files.find(file => file.id === one.attachment)?.name}</li>)}</ul>}
        <Attached place={place} to={{ subject: 'dossier', item: award, unit: place.unit }} title={w.files} hint={w.filesHint} maySend={mayWrite} />
      </Part>
    </>
  );
}

function Part({ path, title, children }: { path: string; title: string; children: ComponentChildren }) {
  return (
    <section class="card" id={fieldId(path)} tabIndex={-1}>
      <h2>{title}</h2>
      {children ?? <p class="soft">{w.nothing}</p>}
    </section>
  );
}
