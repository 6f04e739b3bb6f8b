/** Letters that try to reach `port` on this machine or to print `file`; each by other channels. */
export function hostileHtml(port: number, file: string): string[] {
  const url = (name: string) => `http://127.0.0.1:${port}/${name}`;
  return [
    `<img src="${url('img')}"><picture><source srcset="${url('source')}"><img src="${url('picture')}"></picture>`,
    `<link rel=stylesheet href="${url('css')}"><style>@import "${url('import')}"; @import url(${url('import2')});</style>`,
    `<style>body { background: url(${url('background')}); } @font-face { font-family: x; src: url(${url('font')}); } p { font-family: x; cursor: url(${url('cursor')}), auto; list-style-image: url(${url('list')}) }</style><p>x`,
    `<link rel=prefetch href="${url('prefetch')}"><link rel=preload as=image href="${url('preload')}"><link rel=preconnect href="${url('preconnect')}"><link rel=dns-prefetch href="//127.0.0.1:${port}"><link rel=prerender href="${url('prerender')}"><link rel=modulepreload href="${url('modulepreload')}">`,
    `<link rel=icon href="${url('icon')}"><link rel=manifest href="${url('manifest')}">`,
    `<iframe src="${url('iframe')}"></iframe><iframe src="file://${file}"></iframe><iframe srcdoc="<img src='${url('srcdoc')}'><meta http-equiv=refresh content='0;url=${url('srcdoc-refresh')}'>"></iframe>`,
    `<object data="${url('object')}"></object><embed src="${url('embed')}"><object data="file://${file}" type="text/plain"></object><embed src="file://${file}" type="text/plain">`,
    `<meta http-equiv="refresh" content="0;url=${url('refresh')}">`,
    `<meta http-equiv="refresh" content="0;url=file://${file}"><p>x`,
    `<base href="${url('base/')}"><img src="relative"><a href="x" ping="${url('ping')}">x</a>`,
    `<svg xmlns="http://www.w3.org/2000/svg"><image href="${url('svg-image')}"/><use href="${url('svg-use')}#a"/><filter id=f><feImage href="${url('feimage')}"/></filter><rect filter="url(#f)" width=9 height=9 /><foreignObject><img src="${url('foreign')}"></foreignObject></svg>`,
    `<video src="${url('video')}" poster="${url('poster')}"></video><audio src="${url('audio')}" autoplay></audio><track src="${url('track')}"><input type=image src="${url('input')}">`,
    `<script>fetch("${url('fetch')}"); new WebSocket("ws://127.0.0.1:${port}/ws"); navigator.sendBeacon("${url('beacon')}"); open("${url('popup')}"); new EventSource("${url('events')}"); new RTCPeerConnection({ iceServers: [{ urls: "stun:127.0.0.1:${port}" }] }).createDataChannel("x"); new Worker("data:text/javascript,fetch('${url('worker')}')"); location = "file://${file}"</script><img src=x onerror="fetch('${url('onerror')}')"><body onload="fetch('${url('onload')}')">`,
    `<form action="${url('form')}"><button autofocus>x</button></form><iframe name=t></iframe><link rel=stylesheet href="file://${file}"><img src="file://${file}">`,
    // Without anything that is waited for: the composer's shorter way.
    `<iframe src="${url('iframe-alone')}"></iframe><iframe src="file://${file}"></iframe>`,
    `<script>fetch("${url('fetch-alone')}"); new WebSocket("ws://127.0.0.1:${port}/ws-alone"); location = "${url('location')}"</script>`,
    `<svg xmlns="http://www.w3.org/2000/svg"><use href="${url('use-alone')}#a"/><filter id=f><feImage href="${url('feimage-alone')}"/></filter><rect filter="url(#f)" width=9 height=9 /></svg>`,
    `<link rel=stylesheet href="${url('css-alone')}"><style>@import "${url('import-alone')}";</style><embed src="file://${file}">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src *"><img src="${url('loosened')}"><link rel="stylesheet" href="//127.0.0.1:${port}/scheme-relative">`,
    `<style>@page { @top-center { content: url(${url('margin-box')}) } } p::before { content: url(${url('before')}) } div { mask: url(${url('mask')}); shape-outside: url(${url('shape')}); border-image: url(${url('border')}) 1; clip-path: url(${url('clip')}#x) } </style><p>x<div>y`,
  ];
}
