import { useState } from 'preact/hooks';
import type { Schema } from '../../api/client';
import { Download } from '../../parts/Download';
import { PointsField } from '../../parts/PointsField';
import { size } from '../../words/format';
import { peerWords as w } from '../../words/peers';
import { points, toHundredths, writePoints, type Hundredths } from '../../words/points';
import { sheetWords } from '../../words/sheet';
import { printed, valueOf } from '../sheet/describe';
import { cited } from '../../words/cited';
import { givenAs, ownPoints } from './given';
import type { PeerModel } from './model';

interface LineProps {
  readonly model: PeerModel;
  readonly node: Schema['SheetNode'];
  readonly isOpen: boolean;
}

export const lineOf = (criterion: string): string => `line-${criterion}`;

/** A line of the sheet that is scored: a heading, or a criterion with what the unit put down and what is given. */
export function PeerLine({ model, node, isOpen }: LineProps) {
  if (node.kind === 'group') {
    const Heading = `h${Math.min(node.depth + 1, 5)}` as 'h2';
    return <div class={`line-group depth-${Math.min(node.depth, 4)}`} id={lineOf(node.criterion)}><Heading><span class="line-number">{printed(node)}</span> {node.title}</Heading></div>;
  }

  return (
    <div class="line" id={lineOf(node.criterion)} role="group" aria-labelledby={`${lineOf(node.criterion)}-title`}>
      <div class="line-title">
        <p id={`${lineOf(node.criterion)}-title`} class="line-name"><span class="line-number">{printed(node)}</span> {node.title}</p>
        {node.basis && <p class="hint pre"><span class="basis-head">{sheetWords.basis}:</span> {node.basis}</p>}
      </div>
      <p class="line-most"><span class="label">{w.maximum}: </span>{node.isUncapped ? sheetWords.uncapped : points(node.maximum)}</p>
      <div class="line-entry entry"><span class="label" aria-hidden="true">{w.mine}: </span><Given model={model} node={node} isOpen={isOpen} /></div>
      <div class="line-said"><Own model={model} node={node} /></div>
    </div>
  );
}

function Given({ model, node, isOpen }: LineProps) {
  // What stood in the field before is given up with it.
  const [times, again] = useState(0);
  const given = model.given.get(node.criterion);
  if (!given) {
    return <p class="soft">{node.state === 'void' ? sheetWords.void : node.state === 'notApplicable' ? sheetWords.notApplicable : node.kind === 'quantitative' ? w.computed : w.recorded}</p>;
  }

  if (!isOpen) {
    return <p>{writePoints(given.value) || <span class="soft">{w.nothing}</span>}</p>;
  }

  const own = ownPoints(node);
  const takeOwn = () => {
    model.setWrong(node.criterion, false);
    model.give(node.criterion, own);
    again(times + 1);
  };
  return (
    <>
      <Input key={times} model={model} node={node} value={given.value} />
      {own !== null && given.value === null && (
        <button type="button" class="quiet" onClick={takeOwn}>{w.takeOwn(writePoints(own))}<span class="hidden"> – {node.title}</span></button>
      )}
    </>
  );
}

function Input({ model, node, value }: { model: PeerModel; node: Schema['SheetNode']; value: Hundredths | null }) {
  const [id, label] = [`given-${node.criterion}`, `${w.mine}: ${node.title}`];
  const kind = givenAs(node);
  if (kind === 'points') {
    return (
      <PointsField
        id={id} label={label} value={value} least={0} most={node.isUncapped ? undefined : toHundredths(node.maximum)}
        onChange={next => model.give(node.criterion, next)}
        isSavedByItself onWrong={why => model.setWrong(node.criterion, why !== null)} />
    );
  }

  const choices = kind === 'passOrFail'
    ? [{ points: node.maximum, title: sheetWords.pass(points(node.maximum)) }, { points: 0, title: sheetWords.fail }]
    : [...(node.options ?? []).map(option => ({ points: option.points, title: `${option.title} – ${sheetWords.points(points(option.points))}` })), ...node.options?.some(option => option.points === 0) ? [] : [{ points: 0, title: sheetWords.points('0') }]];
  return (
    <select id={id} aria-label={label} value={value === null ? '' : String(value)} onChange={event => model.give(node.criterion, event.currentTarget.value === '' ? null : Number(event.currentTarget.value))}>
      <option value="">{w.nothing}</option>
      {choices.map(choice => <option value={String(toHundredths(choice.points))}>{choice.title}</option>)}
    </select>
  );
}

function Own({ model, node }: { model: PeerModel; node: Schema['SheetNode'] }) {
  const { sheet, files: { files, references } } = model;
  const actual = sheet.computed.find(figure => figure.criterion === node.criterion)?.actual;
  const entry = sheet.scores.find(one => one.criterion === node.criterion) ?? null;
  const said = valueOf(node, entry ?? (typeof actual === 'number' ? { criterion: node.criterion } : null)) || (typeof actual === 'number' ? String(actual).replace('.', ',') : '');
  const own = ownPoints(node);
  return (
    <>
      <p class="label">{w.own}</p>
      <p>{said || <span class="soft">{w.nothing}</span>}{own !== null && node.entered !== 'points' && node.entered !== 'passOrFail' && <> = <strong>{sheetWords.points(writePoints(own))}</strong></>}</p>
      {entry?.explanation && <p class="pre">{entry.explanation}</p>}
      <ul class="proofs">
        {files.filter(file => file.criterion === node.criterion).map(file => (
          <li><Download class="quiet proof-name" address={`/api/cycles/${sheet.year}/periods/${encodeURIComponent(sheet.period)}/blocs/${encodeURIComponent(sheet.bloc)}/sheets/${encodeURIComponent(sheet.unit)}/evidence/${file.id}`} name={file.name}>{file.name}</Download> <span class="small">({size(file.bytes)})</span></li>
        ))}
        {references.filter(paper => paper.criterion === node.criterion).map(paper => <li><span class="proof-paper">{cited(paper.paper)}</span></li>)}
      </ul>
    </>
  );
}
