// Keeps the page's files so that it opens without a network: first what one needs to write, then, when the
// page has it and says so, the rest. @VERSION@
const NAME = 'khct-@VERSION@', FIRST = ['./', 'index.html', 'page.js', 'style.css', 'worker.js', 'khct-viet.wasm', 'old.js'], REST = ['khct.wasm', 'vi-du.json'];
self.addEventListener('install', (event) => event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(FIRST)).then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(caches.keys().then((all) => Promise.all(all.filter((name) => name.startsWith('khct-') && name !== NAME).map((name) => caches.delete(name)))).then(() => self.clients.claim())));
self.addEventListener('message', (event) => event.waitUntil(caches.open(NAME).then((cache) => Promise.all(REST.map((name) => cache.match(name).then((found) => found || cache.add(name))))).then(() => event.source.postMessage('du'))));
self.addEventListener('fetch', (event) => event.respondWith(caches.match(event.request, { ignoreSearch: true }).then((found) => found || fetch(event.request))));
