// Keeps the page's files so that it opens without a network. @VERSION@
const NAME = 'khct-@VERSION@', FILES = ['./', 'index.html', 'page.js', 'style.css', 'worker.js', 'khct.wasm', 'old.js', 'vi-du.json'];
self.addEventListener('install', (event) => event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(FILES)).then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(caches.keys().then((all) => Promise.all(all.filter((name) => name.startsWith('khct-') && name !== NAME).map((name) => caches.delete(name)))).then(() => self.clients.claim())));
self.addEventListener('fetch', (event) => event.respondWith(caches.match(event.request, { ignoreSearch: true }).then((found) => found || fetch(event.request))));
