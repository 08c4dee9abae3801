/** What the element is found by: by our styles, and by our own edge (stack/edge/page-cache/scripts-after-paint.ts). */
const ID = 'first-paint';

/** On a very slow line, what is still to come after this long are pictures: nothing waits for them. */
const AT_LAST_MS = 3_000;

/** A link that leads to a better place with scripts leads to the plain one where they do not come. */
const LINK_WAITS_MS = 5_000;

/**
 * Runs before anything of ours has arrived, so it is one small script in the page. In the next frame but one, what was there at
 * the load event has been painted. What a browser does by itself stays its own: links, forms, what is typed.
 */
const SCRIPT = `(()=>{let waiting=[];
const go=()=>{document.documentElement.dataset.painted='';const now=waiting;waiting=null;for(const act of now??[])act()};
const soon=()=>waiting&&go();
window.afterPaint=act=>waiting?waiting.push(act):act();
for(const type of['pointerdown','keydown','focusin','wheel','scroll'])addEventListener(type,soon,{capture:true,once:true,passive:true});
addEventListener('load',()=>requestAnimationFrame(()=>requestAnimationFrame(()=>setTimeout(soon))));
setTimeout(soon,${AT_LAST_MS});
const kept=new Set();
const keep=e=>{const t=e.target.closest?.('button[type=button],input[type=radio],input[type=checkbox],a[data-needs-script]');
if(!t||t.disabled||e.button||e.metaKey||e.ctrlKey||e.shiftKey||e.altKey)return;
e.preventDefault();e.stopPropagation();t.dataset.kept='';kept.add(t);
if(t.href)setTimeout(()=>{if(window.takeKeptTaps)location=t.href},${LINK_WAITS_MS})};
const choose=e=>{if(e.target.matches?.('select'))kept.add(e.target)};
addEventListener('click',keep,true);addEventListener('change',choose,true);
window.takeKeptTaps=()=>{removeEventListener('click',keep,true);removeEventListener('change',choose,true);
delete window.takeKeptTaps;return[...kept]}})()`.replaceAll('\n', '');

/**
 * Lets a page be painted before all else is asked for. Pictures that are not the first ones (`later-picture`) wait until then, or
 * until somebody touches the page; so may its scripts, where the edge moves them, because what is tapped and chosen before
 * they are there is kept, and told to them by {@link TellTaps}. For pages that can be read as they are sent.
 */
export function FirstPaint() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant.
  return <script id={ID} dangerouslySetInnerHTML={{ __html: SCRIPT }} />;
}
