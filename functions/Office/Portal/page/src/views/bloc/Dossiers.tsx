import { dossierWords as w } from '../../words/dossiers';
import { Dossiers as List } from '../awards/Dossiers';
import type { ViewProps } from '../routes';
import { Frame } from './Frame';
import { placeIn } from './place';
import './bloc.css';

/** The dossiers of a bloc's units. */
export default function Dossiers({ params }: ViewProps) {
  const place = placeIn(params);
  return <Frame place={place} view="dossiers" title={w.title}><List place={place} isWhole /></Frame>;
}
