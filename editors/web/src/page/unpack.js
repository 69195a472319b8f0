// Begins the page of the one file: its script lies packed beside the core, and runs as the policy
// knows it, by its digest.
(async function () {
  const packed = Uint8Array.from(atob(document.getElementById('khct-trang').textContent.trim()), (sign) => sign.charCodeAt(0));
  const script = document.createElement('script');
  script.textContent = await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
  document.body.append(script);
})();
