import { useState } from 'preact/hooks';
import { allPages } from '../../api/absent';
import { api, ask, type Schema } from '../../api/client';
import { DaysLeft } from '../../parts/DaysLeft';
import { FaultSummary, Field } from '../../parts/Field';
import { Show } from '../../parts/Show';
import { Notice, ProblemView } from '../../parts/States';
import { Table } from '../../parts/Table';
import { useAct } from '../../parts/useAct';
import { useAnswer } from '../../parts/useAnswer';
import { useChanges } from '../../parts/useGuard';
import type { Place, PlaceId } from '../../shell/places';
import { may } from '../../shell/session';
import { common } from '../../words/common';
import { byName, moment } from '../../words/format';
import { pactWords as w } from '../../words/pact';
import { mineAt } from '../sheet/place';
import { sayTarget } from './targets';
import { WithinStep } from './WithinStep';

type Title = Schema['RegisteredTitle'];

/** What the units of the bloc strive for, and the registration of one's own. */
export function Registrations({ place }: { place: PlaceId }) {
  const { year, bloc, unit } = place;
  const asked = useAnswer(async signal => (await allPages(async continuation => (await ask(api.GET('/api/cycles/{year}/blocs/{bloc}/registrations', {
    params: { path: { year, bloc }, query: continuation ? { continuation } : {} }, signal,
  }))).data)).flatMap(page => page.units), [year, bloc]);
  const mine = mineAt(place);
  return (
    <Show of={asked}>{units => {
      const own = units.find(one => one.unit === unit)?.registration ?? null;
      return (
        <>
          {mine && may('RegisterTitles', mine) && (
            <WithinStep place={mine} stage="registration"><Own key={own?.etag ?? ''} place={mine} registration={own} onSaved={asked.reload} /></WithinStep>
          )}
          <Table
            caption={w.everybody} isStacked rows={[...units].sort(byName(one => one.unitName))} rowKey={one => one.unit}
            columns={[
              { head: common.unit, cell: one => one.unitName, sort: one => one.unitName },
              { head: w.titleName, cell: one => one.registration ? <ul class="plain">{one.registration.titles.map(title => <li>{sayTitle(title)}</li>)}</ul> : <span class="soft">{w.noTitles}</span> },
              { head: w.ownTargets, cell: one => one.registration && one.registration.targets.length > 0 && <ul class="plain">{one.registration.targets.map(({ target }) => <li>{sayTarget(target)}</li>)}</ul> },
            ]} />
        </>
      );
    }}</Show>
  );
}

const sayTitle = ({ title, count, note }: Title): string => `${count ? `${count} ` : ''}${title}${note ? ` (${note})` : ''}`;

interface OwnProps {
  readonly place: Place;
  readonly registration: Schema['RegistrationView'] | null;
  readonly onSaved: () => void;
}

const empty: Title = { title: '', count: null, note: null };

function Own({ place, registration, onSaved }: OwnProps) {
  const [titles, setTitles] = useState<readonly Title[]>(registration && registration.titles.length > 0 ? registration.titles : [empty]);
  const act = useAct();
  useChanges(titles, act.isBusy);
  const change = (at: number, to: Partial<Title>) => setTitles(titles.map((title, index) => index === at ? { ...title, ...to } : title));
  const until = place.stages.find(one => one.stage === 'registration')?.deadline;
  const filled = titles.filter(title => title.title.trim());
  const save = async (event: Event) => {
    event.preventDefault();
    const isDone = await act.run(() => ask(api.PUT('/api/cycles/{year}/blocs/{bloc}/registrations/{unit}', {
      params: { path: { year: place.year, bloc: place.bloc, unit: place.unit }, header: registration ? { 'If-Match': registration.etag } : {} },
      body: {
        titles: filled.map(({ title, count, note }) => ({ title: title.trim(), count: count ?? null, note: note?.trim() || null })),
        targets: registration?.targets.map(({ target }) => target) ?? [], paper: registration?.paper ?? null,
      },
    })));
    if (isDone) {
      onSaved();
    }
  };
  return (
    <form class="card" onSubmit={event => void save(event)}>
      <h2>{w.own}</h2>
      <p class="hint">{w.ownLead}</p>
      {until && <p>{w.until}: <DaysLeft until={until} /></p>}
      <FaultSummary faults={act.faults} paths={titles.map((_, at) => `$.titles[${at}].title`)} />
      {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
      {registration ? <Notice kind="good">{w.registered(moment(registration.registeredAt))}</Notice> : <p class="soft">{w.notRegistered}</p>}
      {titles.map((title, at) => (
        <div class="title-line" role="group" aria-label={title.title || `${w.titleName} ${at + 1}`}>
          <Field label={w.titleName} path={`$.titles[${at}].title`} faults={act.faults}>
            <input type="text" maxLength={200} autocomplete="off" value={title.title} onInput={event => change(at, { title: event.currentTarget.value })} />
          </Field>
          <Field label={w.count}>
            <input type="text" inputMode="numeric" autocomplete="off" value={title.count ?? ''} onInput={({ currentTarget }) => {
              const count = Number(currentTarget.value.replace(/\D/gu, '').slice(0, 6));
              change(at, { count: count > 0 ? count : null });
              currentTarget.value = count > 0 ? String(count) : '';
            }} />
          </Field>
          <Field label={w.note}><input type="text" maxLength={500} autocomplete="off" value={title.note ?? ''} onInput={event => change(at, { note: event.currentTarget.value || null })} /></Field>
          <button type="button" class="quiet" aria-label={w.removeTitle(title.title)} onClick={() => setTitles(titles.length > 1 ? titles.filter((_, index) => index !== at) : [empty])}>✕</button>
        </div>
      ))}
      <div class="buttons">
        <button type="button" onClick={() => setTitles([...titles, empty])}>+ {w.addTitle}</button>
        <button type="submit" class="primary" disabled={act.isBusy || (filled.length === 0 && !registration?.targets.length)}>{w.register}</button>
      </div>
    </form>
  );
}
