// Said where the page's own script cannot even be read: plain enough for a browser of 2010.
(function () {
  var fine = typeof WebAssembly === 'object' && typeof Promise === 'function' && typeof DecompressionStream === 'function' && 'replaceSync' in CSSStyleSheet.prototype && 'showModal' in document.createElement('dialog');
  if (!fine) document.getElementById('khoidong').appendChild(document.createTextNode('Trình duyệt này quá cũ để chạy khct. Hãy dùng Chrome, Edge, Firefox hoặc Safari bản từ năm 2023, hoặc cài khct trên máy.'));
})();
