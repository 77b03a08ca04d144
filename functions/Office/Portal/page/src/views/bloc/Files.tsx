import { absent, allPages } from '../../api/absent';
import { api, ask, type Schema } from '../../api/client';
import { filesAddress, removeAttachment } from '../../parts/Attached';
import { Download } from '../../parts/Download';
import { Pager } from '../../parts/Pager';
import { Removal } from '../../parts/Removal';
import { Show } from '../../parts/Show';
import { Table } from '../../parts/Table';
import { useAnswer } from '../../parts/useAnswer';
import { usePages } from '../../parts/usePages';
import { common } from '../../words/common';
import { moment, size } from '../../words/format';
import { words } from '../../words/language';
import type { ViewProps } from '../routes';
import { Frame } from './Frame';
import { mayIn, placeIn } from './place';
import { SendFile } from './SendFile';
import './bloc.css';

const w = words({
  title: 'Tệp của năm', none: 'Chưa có tệp nào.', name: 'Tên tệp', caption: 'Chú thích', of: 'Thuộc về', size: 'Dung lượng', at: 'Gửi lúc', version: (number: number) => `Bản ${number}`,
}, {
  title: 'Files of the year', none: 'There are no files.', name: 'File', caption: 'Caption', of: 'Belongs to', size: 'Size', at: 'Sent', version: number => `Version ${number}`,
});

export const subjectNames: Readonly<Record<Schema['AttachmentSubject'], string>> = words({
  plan: 'Kế hoạch', regulation: 'Quy chế', pact: 'Giao ước', pactSignature: 'Chữ ký giao ước', movement: 'Phong trào', movementAnswer: 'Trả lời phong trào', meeting: 'Hội nghị', report: 'Báo cáo', reportPart: 'Phần báo cáo của đơn vị', handover: 'Bàn giao', dossier: 'Hồ sơ khen thưởng',
}, {
  plan: 'Plan', regulation: 'Regulation', pact: 'Pact', pactSignature: 'Signature of the pact', movement: 'Movement', movementAnswer: 'Answer to a movement', meeting: 'Meeting', report: 'Report', reportPart: 'Part of a report', handover: 'Handover', dossier: 'Award dossier',
});

/** What a file can belong to of which there are several in a year, by what people call it. */
export type Items = Readonly<Partial<Record<Schema['AttachmentSubject'], readonly { readonly id: string; readonly name: string }[]>>>;

/** All files of a bloc's year: to send, to save, to take away. */
export default function Files({ params }: ViewProps) {
  const place = placeIn(params);
  const path = { year: place.year, bloc: place.bloc };
  const list = usePages((continuation, signal) => ask(api.GET('/api/cycles/{year}/blocs/{bloc}/attachments', {
    params: { path, query: continuation ? { continuation } : {} }, signal,
  })).then(({ data }) => ({ items: data.attachments, continuation: data.continuation })), [path]);
  const items = useAnswer(signal => itemsOf(path, signal), [path]);
  const units = useAnswer(signal => unitNames(path, signal), [path]);
  const nameOf = (file: Schema['AttachmentView']) => [
    subjectNames[file.subject],
    file.item && (items.value?.[kindOf(file.subject)]?.find(one => one.id === file.item)?.name ?? file.item),
    file.unit && (units.value?.get(file.unit) ?? file.unit),
  ].filter(Boolean).join(': ');
  return (
    <Frame place={place} view="files" title={w.title}>
      {mayIn('UploadAttachment', place) && items.value && <SendFile path={path} items={items.value} onSent={list.reload} />}
      <Show of={list}>{files => (
        <Table
          caption={w.title} isCaptionHidden rows={files} rowKey={file => file.id} empty={w.none}
          columns={[
            { head: w.name, cell: file => <Download class="quiet" address={`${filesAddress(path)}/${file.id}`}>{file.name}</Download>, sort: file => file.name },
            { head: w.caption, cell: file => file.caption },
            { head: w.of, cell: nameOf, sort: nameOf },
            { head: w.size, cell: file => size(file.bytes), sort: file => file.bytes, isNumber: true },
            { head: w.at, cell: file => moment(file.at), sort: file => file.at },
            ...mayIn('RemoveAttachment', place) ? [{
              head: common.remove,
              cell: (file: Schema['AttachmentView']) => <Removal
                name={file.name}
                remove={async () => {
                  await removeAttachment(path, file.id);
                  list.reload();
                }} />,
            }] : [],
          ]} />
      )}</Show>
      <Pager of={list} />
    </Frame>
  );
}

const kindOf = (subject: Schema['AttachmentSubject']): Schema['AttachmentSubject'] => subject === 'reportPart' ? 'report' : subject === 'movementAnswer' ? 'movement' : subject;

/** Those of the list; of who has left since, the id is shown. */
const unitNames = async ({ bloc }: { readonly bloc: string }, signal: AbortSignal): Promise<ReadonlyMap<string, string>> =>
  new Map((await ask(api.GET('/api/blocs/{bloc}', { params: { path: { bloc } }, signal }))).data.members.map(one => [one.unit, one.name]));

async function itemsOf(path: { year: number; bloc: string }, signal: AbortSignal): Promise<Items> {
  const all = async <T extends { continuation?: string | null }>(load: (query: { continuation?: string }) => Promise<{ data: T }>) => allPages(async continuation => (await load(continuation ? { continuation } : {})).data);
  const [movements, meetings, reports, regulation] = await Promise.all([
    all(query => ask(api.GET('/api/cycles/{year}/blocs/{bloc}/movements', { params: { path, query }, signal }))),
    all(query => ask(api.GET('/api/cycles/{year}/blocs/{bloc}/meetings', { params: { path, query }, signal }))),
    all(query => ask(api.GET('/api/cycles/{year}/blocs/{bloc}/reports', { params: { path, query }, signal }))),
    absent(ask(api.GET('/api/cycles/{year}/blocs/{bloc}/regulation', { params: { path }, signal }))),
  ]);
  return {
    regulation: regulation?.data.versions.map(({ version }) => ({ id: `${version}`, name: w.version(version) })) ?? [],
    movement: movements.flatMap(page => page.movements.map(one => ({ id: one.movement, name: one.name }))),
    meeting: meetings.flatMap(page => page.meetings.map(one => ({ id: one.meeting, name: one.title }))),
    report: reports.flatMap(page => page.reports.map(one => ({ id: one.report, name: one.title }))),
  };
}
