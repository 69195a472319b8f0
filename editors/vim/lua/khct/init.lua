-- The language server `khct lsp` for Neovim's own client, 0.7 and newer.
--   require('khct').setup()              in init.lua: start it for every plan
--   require('khct').setup{ cmd = {...} } another program, on_attach, keys = false, language = 'en'

local M = {}
local settings
local clients = {} -- by project directory, for Neovim before 0.8

local function project(name)
  local start = vim.fn.fnamemodify(name, ':p:h')
  local git = vim.fn.finddir('.git', start .. ';')
  return git ~= '' and vim.fn.fnamemodify(git, ':p:h:h') or start
end

local function keys(buffer)
  local function map(lhs, run)
    vim.keymap.set('n', lhs, run, { buffer = buffer, silent = true })
  end
  map('K', vim.lsp.buf.hover)
  map('gd', vim.lsp.buf.definition)
  map('gr', vim.lsp.buf.references)
  map('<leader>rn', vim.lsp.buf.rename)
  map('<leader>ca', vim.lsp.buf.code_action)
  map('<leader>f', function()
    local format = vim.lsp.buf.format or vim.lsp.buf.formatting
    format()
  end)
  map(']d', vim.diagnostic.goto_next)
  map('[d', vim.diagnostic.goto_prev)
end

-- Beside the text there is room for the first line of a message.
local function short(client)
  local shown = vim.diagnostic.config().virtual_text
  if shown then
    local style = type(shown) == 'table' and vim.deepcopy(shown) or {}
    style.format = style.format or function(one)
      return one.message:match('^[^\n]*')
    end
    vim.diagnostic.config({ virtual_text = style }, vim.lsp.diagnostic.get_namespace(client.id))
  end
end

local function on_attach(client, buffer)
  vim.bo[buffer].omnifunc = 'v:lua.vim.lsp.omnifunc'
  short(client)
  if settings.keys ~= false then
    keys(buffer)
  end
  if vim.lsp.inlay_hint and vim.lsp.inlay_hint.enable and client.server_capabilities.inlayHintProvider then
    pcall(vim.lsp.inlay_hint.enable, true, { bufnr = buffer })
  end
  if settings.on_attach then
    settings.on_attach(client, buffer)
  end
end

-- The library's documents are on no disk: the server gives their text.
local function library(event)
  local params = { uri = event.match }
  for _, client in ipairs((vim.lsp.get_clients or vim.lsp.get_active_clients)()) do
    if client.name == 'khct' then
      local answer
      if vim.fn.has('nvim-0.11') == 1 then
        answer = client:request_sync('khct/libraryDocument', params, 5000, event.buf)
      else
        answer = client.request_sync('khct/libraryDocument', params, 5000, event.buf)
      end
      local text = answer and answer.result and answer.result.text or ''
      vim.api.nvim_buf_set_lines(event.buf, 0, -1, false, vim.split(text, '\n'))
      break
    end
  end
  vim.bo[event.buf].buftype = 'nofile'
  vim.bo[event.buf].modified = false
  vim.bo[event.buf].modifiable = false
  vim.bo[event.buf].filetype = event.match:match('%.md$') and 'markdown' or 'khct'
end

local function config(root)
  local cmd = settings.cmd or { 'khct', 'lsp' }
  if settings.language then
    cmd = vim.list_extend(vim.list_extend({}, cmd), { '--lang', settings.language })
  end
  return {
    name = 'khct',
    cmd = cmd,
    root_dir = root,
    capabilities = settings.capabilities or vim.lsp.protocol.make_client_capabilities(),
    on_attach = on_attach,
    flags = { allow_incremental_sync = true, debounce_text_changes = 50 },
    on_exit = vim.schedule_wrap(function()
      clients[root] = nil
    end),
  }
end

-- Starts the server for the current buffer, or joins the one that serves its project.
function M.attach()
  local buffer = vim.api.nvim_get_current_buf()
  local name = vim.api.nvim_buf_get_name(buffer)
  if settings == nil or vim.bo[buffer].buftype ~= '' or name == '' then
    return
  end
  local root = project(name)
  if vim.lsp.start then
    vim.lsp.start(config(root))
    return
  end
  clients[root] = clients[root] or vim.lsp.start_client(config(root))
  if clients[root] then
    vim.lsp.buf_attach_client(buffer, clients[root])
  end
end

function M.setup(options)
  settings = options or {}
  vim.api.nvim_create_autocmd('BufReadCmd', {
    group = vim.api.nvim_create_augroup('khct', {}), pattern = 'khct-library://*', callback = library,
  })
  if vim.bo.filetype == 'khct' then
    M.attach()
  end
end

return M
