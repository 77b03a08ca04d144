import { api, ask, type Schema } from '../../api/client';
import { readAll } from './all';

const pageSize = 1000;

export const allUnits = (signal?: AbortSignal) => readAll<Schema['UnitView']>(continuation =>
  ask(api.GET('/api/units', { params: { query: query(continuation) }, ...signal ? { signal } : null })).then(({ data }) => ({ items: data.units, continuation: data.continuation })));

export const allBlocs = (signal?: AbortSignal) => readAll<Schema['BlocView']>(continuation =>
  ask(api.GET('/api/blocs', { params: { query: query(continuation) }, ...signal ? { signal } : null })).then(({ data }) => ({ items: data.blocs, continuation: data.continuation })));

export const allSchemes = (signal?: AbortSignal) => readAll<Schema['SchemeItem']>(continuation =>
  ask(api.GET('/api/schemes', { params: { query: query(continuation) }, ...signal ? { signal } : null })).then(({ data }) => ({ items: data.schemes, continuation: data.continuation })));

const query = (continuation: string | undefined) => ({ pageSize, ...(continuation ? { continuation } : null) });

export const allOfficers = (signal?: AbortSignal) => readAll<Schema['OfficerView']>(continuation =>
  ask(api.GET('/api/officers', { params: { query: query(continuation) }, ...signal ? { signal } : null })).then(({ data }) => ({ items: data.officers, continuation: data.continuation })));

/** Complaints of a bloc that wait for an answer. */
export const allComplaints = (year: number, period: string, bloc: string, signal?: AbortSignal) => readAll<Schema['ComplaintView']>(continuation =>
  ask(api.GET('/api/cycles/{year}/periods/{period}/blocs/{bloc}/complaints', { params: { path: { year, period, bloc }, query: { state: 'open', ...query(continuation) } }, ...signal ? { signal } : null }))
    .then(({ data }) => ({ items: data.complaints, continuation: data.continuation })));

export const allExtensions = (year: number, signal?: AbortSignal) => readAll<Schema['ExtensionView']>(continuation =>
  ask(api.GET('/api/cycles/{year}/extensions', { params: { path: { year }, query: query(continuation) }, ...signal ? { signal } : null })).then(({ data }) => ({ items: data.extensions, continuation: data.continuation })));
