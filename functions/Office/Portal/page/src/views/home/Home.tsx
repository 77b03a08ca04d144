import { Page } from '../../parts/Page';
import { common } from '../../words/common';

export default function Home() {
  return <Page title={common.home}>{null}</Page>;
}
