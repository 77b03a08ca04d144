import type { Schema } from '../../api/client';
import { DaysLeft } from '../../parts/DaysLeft';
import { Download } from '../../parts/Download';
import { fieldId } from '../../parts/Field';
import { Notice } from '../../parts/States';
import { addressOf, type PlaceId } from '../../shell/places';
import { awardWords } from '../../words/awards';
import { councilDecisionNames, dossierWords as w, stopNames } from '../../words/dossiers';
import { day } from '../../words/format';
import type { Known } from './dossier';
import { DossierState } from './Dossiers';
import { ReturnDossier } from './ReturnDossier';
import { SendDossier } from './SendDossier';
import { sayPaper } from './paper';
import { Suspended } from './Suspended';

export interface DossierHeadProps {
  readonly place: PlaceId;
  readonly award: string;
  readonly known: Known;
  readonly mayWrite: boolean;
  readonly onGap: (path: string) => void;
  readonly onDone: (said: string) => void;
}

/** How far a dossier is: what it lacks with the way to each gap, its deadlines, its papers, and sending it. */
export function DossierHead({ place, award, known, mayWrite, onGap, onDone }: DossierHeadProps) {
  const dossier = known.dossier!;
  const { returned } = dossier;
  const paper = (kind: string) => `/api/cycles/${place.year}/blocs/${encodeURIComponent(place.bloc)}/documents/${kind}?${new URLSearchParams({ unit: place.unit, item: award })}`;
  return (
    <>
      {dossier.nomination === 'suspended' && <Suspended who={awardWords.suspended} />}
      <section class="card">
        <p id={fieldId('$.rulesVersion')} tabIndex={-1}><DossierState state={dossier.state} /> {w.opened(day(dossier.opened))}</p>
        {returned && dossier.state === 'returned' && <p><strong>⚠ {w.returned(day(returned.on), returned.reason, sayPaper(returned.basis))}</strong></p>}
        {known.outcome && <p><strong>{councilDecisionNames[known.outcome.outcome]}</strong> – {w.council(day(known.outcome.day), known.outcome.reason ?? '')}</p>}
        {dossier.deadlines.length > 0 && (
          <>
            <p class="label" id={fieldId('$.deadlines')} tabIndex={-1}>{w.deadlines}</p>
            <ul>{dossier.deadlines.map(one => <li>{stopNames[one.at]}: <DaysLeft until={one.last} isDone={one.sent !== null} />{one.sent && ` – ${w.sentOn(day(one.sent))}`} <span class="small">({one.source})</span></li>)}</ul>
          </>
        )}
        <div class="buttons no-print">
          <SendDossier place={place} award={award} known={known} mayWrite={mayWrite} onDone={onDone} />
          <ReturnDossier place={place} award={award} known={known} onDone={onDone} />
          <Download address={paper('award-letter')}>{w.paperLetter}</Download>
          <Download address={paper('award-minutes')}>{w.paperMinutes}</Download>
          <Download address={paper('achievement-report')}>{w.paperReport}</Download>
        </div>
      </section>
      {known.check && <Check place={place} check={known.check} onGap={onGap} />}
    </>
  );
}

function Check({ place, check, onGap }: { place: PlaceId; check: Schema['DossierCheckView']; onGap: (path: string) => void }) {
  const link = (one: Schema['DossierRemarkView']) => one.path === '$.nomination' ? <li><a href={addressOf('awards', place)}>{one.detail}</a></li> : (
    <li><a href={`#${fieldId(one.path)}`} onClick={event => { event.preventDefault(); onGap(one.path); }}>{one.detail}</a></li>
  );
  return (
    <section class="no-print" aria-label={w.lacks}>
      {check.isComplete ? <Notice kind="good">{w.complete}</Notice> : <div class="notice note"><p class="notice-title">⚠ {w.lacks}</p><ul>{check.gaps.map(link)}</ul></div>}
      {check.warnings.length > 0 && <div class="notice note"><p class="notice-title">ℹ {w.look}</p><ul>{check.warnings.map(link)}</ul></div>}
    </section>
  );
}
