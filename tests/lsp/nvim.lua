-- Neovim's own client against the real server: opens $KHCT_FILE, asks for all that the client of
-- Neovim 0.7 can ask, lets it change the text, and writes what came of it to $KHCT_OUT as JSON.

require('khct').setup({ cmd = vim.split(vim.env.KHCT_SERVER, '\n') })
vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.KHCT_FILE))

local LONG = 180000 -- milliseconds after which something is wrong
local got = {}

local function diagnostics()
  return vim.tbl_map(function(one)
    return { line = one.lnum, column = one.col, text = one.message, severity = one.severity, code = one.code }
  end, vim.diagnostic.get(0))
end

local function has(code)
  for _, one in ipairs(vim.diagnostic.get(0)) do
    if one.code == code then
      return true
    end
  end
  return false
end

local function at(pattern)
  vim.fn.cursor(1, 1)
  vim.fn.search(pattern, 'cW')
end

local function ask(method, more)
  local params = vim.tbl_extend('force', vim.lsp.util.make_position_params(), more or {})
  for _, answer in pairs(vim.lsp.buf_request_sync(0, method, params, LONG) or {}) do
    return answer.result
  end
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
end

vim.wait(LONG, function() return has('KH2003') end, 5)
got.first = diagnostics()

-- what stands beside the text: the first line of each message
got.beside = {}
for _, space in pairs(vim.diagnostic.get_namespaces()) do
  local marks = space.user_data.virt_text_ns
  for _, mark in ipairs(marks and vim.api.nvim_buf_get_extmarks(0, marks, 0, -1, { details = true }) or {}) do
    for _, piece in ipairs(mark[4].virt_text or {}) do
      table.insert(got.beside, piece[1])
    end
  end
end

-- the writer mends the level: the message goes
at('muc 3 <')
vim.cmd([[s/muc 3 </muc 2 </]])
vim.wait(LONG, function() return not has('KH2003') end, 5)
got.mended = diagnostics()

at('1.7 muc 2')
got.hover = ask('textDocument/hover')
at('GVTC;')
got.definition = ask('textDocument/definition')

-- into the library, and back
at('tt18_2018')
vim.lsp.buf.definition()
vim.wait(LONG, function() return vim.api.nvim_get_current_line():find('^danhmuc') ~= nil end, 5)
got.library = { name = vim.api.nvim_buf_get_name(0), text = text(), line = vim.api.nvim_get_current_line(),
  type = vim.bo.filetype, modifiable = vim.bo.modifiable }
vim.cmd('buffer #')

at('ngan;')
local before = vim.fn.line('.') - 1
got.completion = ask('textDocument/completion', { position = { line = before, character = vim.fn.col('.') + 3 } })

at('GVTC;')
vim.lsp.buf.rename('GVTD')
vim.wait(LONG, function() return text():find('GVTD;') ~= nil end, 5)
got.renamed = text()

vim.lsp.buf.formatting_sync({}, LONG)
got.formatted = text()

vim.fn.writefile({ vim.fn.json_encode(got) }, vim.env.KHCT_OUT)
vim.cmd('qa!')
