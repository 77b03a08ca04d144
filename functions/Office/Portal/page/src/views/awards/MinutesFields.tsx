import { allPages } from '../../api/absent';
import { api, ask, type Schema } from '../../api/client';
import type { Fault } from '../../api/problem';
import { DayField } from '../../parts/DayField';
import { Field, fieldId } from '../../parts/Field';
import { useAnswer } from '../../parts/useAnswer';
import type { PlaceId } from '../../shell/places';
import { dossierWords as w } from '../../words/dossiers';
import { BallotVote } from './VoteResult';

type Minutes = Schema['DossierMinutes'];

const figures = ['members', 'present', 'for', 'notFor', 'invalid', 'writtenFor', 'writtenNotFor'] as const;

export const minutesPaths: readonly string[] = [...['day', 'meeting', 'place'].map(part => `$.minutes.${part}`), ...figures.map(part => `$.minutes.vote.${part}`)];

const noVote: Schema['DossierVote'] = { members: 1, present: 0, for: 0, notFor: 0, invalid: 0, writtenFor: 0, writtenNotFor: 0, isPassed: false };

export interface MinutesFieldsProps {
  readonly place: PlaceId;
  /** The bloc's ballot, which says the result. */
  readonly ballot: Schema['DossierBallotView'] | null;
  readonly minutes: Minutes | null;
  readonly onChange: (minutes: Minutes | null) => void;
  readonly faults: readonly Fault[];
}

/** The minutes of the meeting that voted, with the result as counts: typed where there was no ballot. */
export function MinutesFields({ place, ballot, minutes, onChange, faults }: MinutesFieldsProps) {
  const path = { year: place.year, bloc: place.bloc };
  const meetings = useAnswer(async signal => (await allPages(async continuation => (await ask(api.GET('/api/cycles/{year}/blocs/{bloc}/meetings', { params: { path, query: continuation ? { continuation } : {} }, signal }))).data)).flatMap(page => page.meetings), [path]);
  const vote = minutes?.vote;
  const set = (change: Partial<Minutes>) => {
    const next = { ...minutes, ...change };
    onChange(next.day || next.meeting || next.place || next.vote ? next : null);
  };
  const setVote = (change: Partial<Schema['DossierVote']>) => set({ vote: { ...noVote, ...vote, ...change } });
  return (
    <fieldset id={fieldId('$.minutes')} tabIndex={-1}>
      <legend>{w.minutes}</legend>
      <Field label={w.meetingDay} path="$.minutes.day" faults={faults}><DayField value={minutes?.day ?? null} onChange={day => set({ day })} /></Field>
      <Field label={w.meeting} path="$.minutes.meeting" faults={faults}>
        <select value={minutes?.meeting ?? ''} onChange={event => set({ meeting: event.currentTarget.value || null })}>
          <option value="">{w.elsewhere}</option>
          {meetings.value?.map(one => <option value={one.meeting} selected={one.meeting === minutes?.meeting}>{one.title}</option>)}
        </select>
      </Field>
      <Field label={w.place} path="$.minutes.place" faults={faults}><input type="text" maxLength={300} autocomplete="off" value={minutes?.place ?? ''} onInput={event => set({ place: event.currentTarget.value || null })} /></Field>
      {ballot ? <div id={fieldId('$.minutes.vote')} tabIndex={-1}><BallotVote place={place} ballot={ballot} /></div> : (
        <>
          <p id={fieldId('$.minutes.vote')} tabIndex={-1}><label><input type="checkbox" checked={vote !== null && vote !== undefined} onChange={event => set({ vote: event.currentTarget.checked ? noVote : null })} /> {w.hasVote}</label></p>
          {vote && (
            <>
              <div class="row">
                {figures.map(one => (
                  <Field key={one} label={w[one]} path={`$.minutes.vote.${one}`} faults={faults}>
                    <input type="number" class="points-input" min={one === 'members' ? 1 : 0} max={500} value={vote[one]} onInput={({ currentTarget: { valueAsNumber } }) => setVote({ [one]: Number.isNaN(valueAsNumber) ? 0 : valueAsNumber })} />
                  </Field>
                ))}
              </div>
              <p><label><input type="checkbox" id={fieldId('$.minutes.vote.isPassed')} checked={vote.isPassed} onChange={event => setVote({ isPassed: event.currentTarget.checked })} /> {w.isPassed}</label></p>
            </>
          )}
        </>
      )}
    </fieldset>
  );
}
