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
import { day } from '../../words/format';
import { modelStepNames, movementWords as w } from '../../words/movements';
import { mineAt } from '../sheet/place';
import { EntryForm, useEntry } from './Entry';

export function RoleModels({ place }: { place: PlaceId }) {
  const path = { year: place.year, bloc: place.bloc };
  const list = usePages((continuation, signal) => ask(api.GET('/api/cycles/{year}/blocs/{bloc}/role-models', {
    params: { path, query: continuation ? { continuation } : {} }, signal,
  })).then(({ data }) => ({ items: data.models, continuation: data.continuation })), [path]);
  const mine = mineAt(place);
  // The bloc's head and the office mend what a unit has put down.
  const runs = isOffice.value || heads(mine);
  return (
    <>
      {mine && may('PutRoleModel', mine) && <Adding place={place} onSaved={list.reload} />}
      <Show of={list}>{models => (
        <Table
          caption={w.models} rows={models} rowKey={model => `${model.unit} ${model.model}`} empty={w.noModels}
          columns={[
            { head: w.model, cell: nameOf },
            { head: common.unit, cell: model => model.unitName, sort: model => model.unitName },
            { head: w.achievement, cell: model => <span class="pre">{model.achievement}</span> },
            { head: w.step, cell: model => modelStepNames[model.step], sort: model => model.step },
            { head: common.day, cell: model => day(model.day) || model.daySaid, sort: model => model.day },
            ...may('RemoveRoleModel', mine) ? [{
              head: common.remove,
              cell: (model: Schema['RoleModelView']) => (model.unit === mine?.unit || runs) && <Removal
                name={nameOf(model)} stays={w.cited}
                remove={async () => {
                  await ask(api.DELETE('/api/cycles/{year}/blocs/{bloc}/role-models/{unit}/{model}', { params: { path: { ...path, unit: model.unit, model: model.model }, header: { 'If-Match': model.etag } } }));
                  list.reload();
                }} />,
            }] : [],
          ]} />
      )}</Show>
      <Pager of={list} />
    </>
  );
}

const nameOf = (model: Schema['RoleModelView']): string => model.collective ?? ([model.person?.name, model.person?.post].filter(Boolean).join(', ') || w.person);

const empty = { isPerson: false, name: '', post: '', achievement: '', step: 'found' as Schema['RoleModelStep'], day: null as string | null };

function Adding({ place, onSaved }: { place: PlaceId; onSaved: () => void }) {
  const entry = useEntry(empty, 'dien-hinh', ({ name, post, isPerson, achievement, step, day: on }, model) => ask(api.PUT('/api/cycles/{year}/blocs/{bloc}/role-models/{unit}/{model}', {
    params: { path: { year: place.year, bloc: place.bloc, unit: place.unit, model } },
    body: { achievement: achievement.trim(), step, day: on, collective: isPerson ? null : name.trim(), person: isPerson ? { name: name.trim(), post: post.trim() || null } : null },
  })), onSaved);
  const { typed, change, act: { faults } } = entry;
  return (
    <EntryForm title={w.addModel} of={entry} paths={['$.achievement', '$.day']} isWhole={typed.name.trim() !== '' && typed.achievement.trim() !== ''}>
      <Field label={w.who}><select value={typed.isPerson ? 'person' : 'collective'} onChange={event => change({ isPerson: event.currentTarget.value === 'person' })}><option value="collective">{w.collective}</option><option value="person">{w.person}</option></select></Field>
      <Field label={w.whoName} isRequired><input type="text" maxLength={200} autocomplete="off" value={typed.name} onInput={event => change({ name: event.currentTarget.value })} /></Field>
      {typed.isPerson && <Field label={w.post}><input type="text" maxLength={200} autocomplete="off" value={typed.post} onInput={event => change({ post: event.currentTarget.value })} /></Field>}
      <Field label={w.achievement} path="$.achievement" faults={faults} isRequired><textarea rows={3} maxLength={2000} value={typed.achievement} onInput={event => change({ achievement: event.currentTarget.value })} /></Field>
      <Field label={w.step}><select value={typed.step} onChange={event => change({ step: event.currentTarget.value as Schema['RoleModelStep'] })}>{Object.entries(modelStepNames).map(([step, name]) => <option value={step}>{name}</option>)}</select></Field>
      <Field label={common.day} path="$.day" faults={faults}><DayField value={typed.day} onChange={on => change({ day: on })} /></Field>
    </EntryForm>
  );
}
