-- Neovim's own client with editors/vim's settings: opens $KHCT_FILE with the server $KHCT_SERVER (a
-- command, its words one a line) and writes to $KHCT_OUT, as JSON, what the client got.

local words = vim.split(vim.env.KHCT_SERVER, '\n')
require('khct').setup({ cmd = words })
vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.KHCT_FILE))

local LONG = 180000 -- milliseconds after which something is wrong
local got = { filetype = vim.bo.filetype }
local function clients()
  return vim.lsp.buf_get_clients(0)
end
vim.wait(LONG, function()
  local _, client = next(clients())
  return client ~= nil and client.initialized
end, 5)
vim.wait(LONG, function()
  return #vim.diagnostic.get(0) > 0
end, 5)

for _, client in pairs(clients()) do
  got.client = client.name
  got.root = client.config.root_dir
end
got.diagnostics = vim.tbl_map(function(one)
  return { line = one.lnum, column = one.col, text = one.message, severity = one.severity, code = one.code }
end, vim.diagnostic.get(0))
got.omnifunc = vim.bo.omnifunc
got.hoverKey = vim.fn.maparg('K', 'n') ~= ''

local where = vim.lsp.util.make_position_params()
for _, method in ipairs({ 'textDocument/hover', 'textDocument/completion' }) do
  local answers = vim.lsp.buf_request_sync(0, method, where, LONG) or {}
  for _, answer in pairs(answers) do
    got[method] = answer.result
  end
end
vim.fn.writefile({ vim.fn.json_encode(got) }, vim.env.KHCT_OUT)
vim.cmd('qa!')
