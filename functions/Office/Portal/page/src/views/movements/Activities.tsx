import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { DayField } from '../../parts/DayField';
import { Field } from '../../parts/Field';
import { Pager } from '../../parts/Pager';
import { Removal } from '../../parts/Removal';
import { Show } from '../../parts/Show';
import { Table } from '../../parts/Table';
import { usePages } from '../../parts/usePages';
import type { PlaceId } from '../../shell/places';
import { heads, isOffice, may } from '../../shell/session';
import { common } from '../../words/common';
import { count, day } from '../../words/format';
import { activityKindNames, movementWords as w } from '../../words/movements';
import { NumberField } from '../sheet/NumberField';
import { mineAt } from '../sheet/place';
import { EntryForm, useEntry } from './Entry';
import './movements.css';

export function Activities({ place }: { place: PlaceId }) {
  const path = { year: place.year, bloc: place.bloc };
  const list = usePages((continuation, signal) => ask(api.GET('/api/cycles/{year}/blocs/{bloc}/activities', {
    params: { path, query: continuation ? { continuation } : {} }, signal,
  })).then(({ data }) => ({ items: data.activities, continuation: data.continuation })), [path]);
  const mine = mineAt(place);
  // The bloc's head and the office mend what a unit has put down.
  const runs = isOffice.value || heads(mine);
  return (
    <>
      {mine && may('RecordActivity', mine) && <Adding place={place} onSaved={list.reload} />}
      <Show of={list}>{activities => (
        <Table
          caption={w.activities} rows={activities} rowKey={one => `${one.unit} ${one.activity}`} empty={w.noActivities}
          columns={[
            { head: w.activity, cell: one => one.title, sort: one => one.title },
            { head: common.unit, cell: one => one.unitName, sort: one => one.unitName },
            { head: w.kind, cell: one => activityKindNames[one.kind], sort: one => one.kind },
            { head: common.day, cell: one => day(one.day) || one.daySaid, sort: one => one.day },
            { head: w.amount, cell: one => one.amountSaid ?? (typeof one.amount === 'number' ? count(one.amount) : ''), sort: one => one.amount, isNumber: true },
            { head: w.participants, cell: one => one.participantsSaid ?? (typeof one.participants === 'number' ? count(one.participants) : ''), sort: one => one.participants, isNumber: true },
            ...may('RemoveActivity', mine) ? [{
              head: common.remove,
              cell: (one: Schema['ActivityView']) => (one.unit === mine?.unit || runs) && <Removal
                name={one.title} stays={w.cited}
                remove={async () => {
                  await ask(api.DELETE('/api/cycles/{year}/blocs/{bloc}/activities/{unit}/{activity}', { params: { path: { ...path, unit: one.unit, activity: one.activity }, header: { 'If-Match': one.etag } } }));
                  list.reload();
                }} />,
            }] : [],
          ]} />
      )}</Show>
      <Pager of={list} />
    </>
  );
}

const empty = { kind: 'contribution' as Schema['ActivityKind'], title: '', day: null as string | null, amount: null as number | null, participants: null as number | null };

function Adding({ place, onSaved }: { place: PlaceId; onSaved: () => void }) {
  const entry = useEntry(empty, 'hoat-dong', (typed, activity) => ask(api.PUT('/api/cycles/{year}/blocs/{bloc}/activities/{unit}/{activity}', {
    params: { path: { year: place.year, bloc: place.bloc, unit: place.unit, activity } }, body: { ...typed, title: typed.title.trim() },
  })), onSaved);
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const { typed, change, act: { faults } } = entry;
  const read = (name: 'amount' | 'participants', value: number | null | undefined) => {
    setWrong(new Set(value === undefined ? [...wrong, name] : [...wrong].filter(one => one !== name)));
    if (value !== undefined) {
      change({ [name]: value });
    }
  };
  return (
    <EntryForm title={w.addActivity} of={entry} paths={['$.title', '$.day', '$.amount', '$.participants']} isWhole={typed.title.trim() !== '' && wrong.size === 0}>
      <Field label={w.kind}><select value={typed.kind} onChange={event => change({ kind: event.currentTarget.value as Schema['ActivityKind'] })}>{Object.entries(activityKindNames).map(([kind, name]) => <option value={kind}>{name}</option>)}</select></Field>
      <Field label={w.activity} path="$.title" faults={faults} isRequired><textarea rows={2} maxLength={500} value={typed.title} onInput={event => change({ title: event.currentTarget.value })} /></Field>
      <Field label={common.day} path="$.day" faults={faults}><DayField value={typed.day} onChange={on => change({ day: on })} /></Field>
      <div class="activity-fields" key={entry.id}>
        <NumberField id="amount" label={w.amount} decimals={0} value={typed.amount} isDisabled={false} onChange={amount => read('amount', amount)} />
        <NumberField id="participants" label={w.participants} decimals={0} value={typed.participants} isDisabled={false} onChange={participants => read('participants', participants)} />
      </div>
    </EntryForm>
  );
}
