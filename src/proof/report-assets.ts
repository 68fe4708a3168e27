/** Look and behaviour of the diff report. */

/** Style of the report. */
export const reportStyle = `
body{margin:0;font:15px/1.5 system-ui,sans-serif;background:#f4f3f0;color:#222}
header{position:sticky;top:0;z-index:9;background:#fff;border-bottom:1px solid #ccc;padding:8px 20px}
h1{font-size:18px;margin:0}header p{margin:2px 0 6px}section{padding:8px 20px}li b{color:#a2140f}
button{font:inherit;margin-right:6px;padding:2px 10px;border:1px solid #999;background:#fff;border-radius:4px}
button[aria-pressed=true]{background:#222;color:#fff}
.pair{position:relative;display:flex;gap:12px}.pair figure{position:relative;flex:1;margin:0;background:#fff;line-height:0}
.pair img{width:100%;display:block;aspect-ratio:var(--ratio);object-fit:fill}
figcaption{position:absolute;left:6px;top:6px;padding:8px 8px;background:#222c;color:#fff}
.area{position:absolute;box-sizing:content-box;margin:-3px;padding:3px;outline:2px solid #d4140d;background:#d4140d18}
.area em{position:absolute;left:0;bottom:100%;font:11px/1.3 system-ui;background:#d4140d;color:#fff;padding:0 4px;white-space:nowrap}
.noboxes .area{display:none}
:root:lang(zh) .en,:root:not(:lang(zh)) .zh{display:none}
.pair input{display:none}
body:not([data-view=side]) .pair{display:block;max-width:1500px}
body:not([data-view=side]) .after{position:absolute;inset:0}
[data-view=difference] .after{mix-blend-mode:difference}[data-view=difference] .pair{isolation:isolate;filter:invert(1)}
[data-view=difference] .area,[data-view=difference] figcaption{display:none}
[data-view=difference] .after .area{display:block}[data-view=difference].noboxes .after .area{display:none}
[data-view=swipe] .after{clip-path:inset(0 0 0 var(--at,50%))}
[data-view=swipe] .pair input{display:block;position:sticky;bottom:10px;width:100%;margin:0;z-index:3}
[data-view=swipe] .after figcaption,[data-view=blink] .after figcaption{left:auto;right:6px}
[data-view=blink] .after.off{visibility:hidden}
`;

/** Script of the report: its language, and the four views. */
export const reportScript = `
document.documentElement.lang=/^zh/i.test(navigator.language)?'zh':'en';
const body=document.body,views=['side','swipe','blink','difference'];let timer;
function show(view){body.dataset.view=view;for(const b of document.querySelectorAll('[data-view]'))
  if(b!==body)b.setAttribute('aria-pressed',b.dataset.view===view);
  clearInterval(timer);for(const f of document.querySelectorAll('.after'))f.classList.remove('off');
  if(view==='blink')timer=setInterval(()=>{for(const f of document.querySelectorAll('.after'))f.classList.toggle('off')},600)}
for(const b of document.querySelectorAll('button'))b.onclick=()=>show(b.dataset.view);
for(const r of document.querySelectorAll('input[type=range]'))
  r.oninput=()=>r.parentElement.querySelector('.after').style.setProperty('--at',r.value+'%');
const boxes=document.getElementById('boxes');boxes.onchange=()=>body.classList.toggle('noboxes',!boxes.checked);
addEventListener('keydown',e=>{if(views[e.key-1])show(views[e.key-1]);if(e.key==='b'||e.key==='B')boxes.click()});
show('side');
`;
