import { base } from '../auth/settings';
import { common } from '../words/common';

export function Footer() {
  return (
    <footer class="foot">
      <a href={`${base}/about`}>{common.about}</a>
      <a href={`${base}/rights`}>{common.rights}</a>
      <a href={`${base}/public`}>{common.disclosed}</a>
    </footer>
  );
}
