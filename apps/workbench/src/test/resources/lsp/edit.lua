-- Edits a working copy as a person would, and says on standard output what the language server makes of it.
local copy, command = vim.env.COPY, vim.split(vim.env.SERVER, '\n')
local PATIENCE = 120000

local function say(...)
  io.stdout:write(table.concat({ ... }, ' '), '\n')
end

local function name(uri)
  return vim.uri_to_fname(uri):sub(#copy + 2)
end

local function wait(what, done)
  if not vim.wait(PATIENCE, done, 50) then
    say('never:', what)
    vim.cmd('cquit')
  end
end

vim.o.hidden = true
vim.cmd('edit ' .. vim.fn.fnameescape(copy .. '/closure.drl'))
local buffer = vim.api.nvim_get_current_buf()
local client = vim.lsp.start_client({
  name = 'support-policy',
  cmd = command,
  root_dir = copy,
  init_options = { lang = 'en' },
})
vim.lsp.buf_attach_client(buffer, client)

local function at(pattern)
  vim.fn.cursor(1, 1)
  vim.fn.search(pattern, 'c')
  return vim.lsp.util.make_position_params(0, 'utf-16')
end

local function ask(method, params)
  local answer = vim.lsp.buf_request_sync(buffer, method, params, PATIENCE)[client]
  return answer.result, answer.error
end

wait('problems', function() return #vim.diagnostic.get(buffer) > 0 end)
local problem = vim.diagnostic.get(buffer)[1]
local line = vim.api.nvim_buf_get_lines(buffer, problem.lnum, problem.lnum + 1, true)[1]
say('underlined:', line:sub(problem.col + 1, problem.end_col), 'from column', tostring(problem.col + 1))
say('says:', (problem.message:gsub('\n', ' ')))

local params = at('instnat')
params.range = { start = params.position, ['end'] = params.position }
params.context = { diagnostics = {} }
local action = ask('textDocument/codeAction', params)[1]
vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
say('action:', action.title)
say('now:', vim.trim(vim.api.nvim_buf_get_lines(buffer, problem.lnum, problem.lnum + 1, true)[1]))
wait('no problems', function() return #vim.diagnostic.get(buffer) == 0 end)

say('hover:', vim.split(ask('textDocument/hover', at('TicketState.RESOLVED')).contents.value, '\n')[1])
for _, place in ipairs(ask('textDocument/definition', at('ReplyWindow( \\$first'))) do
  local text = vim.fn.readfile(vim.uri_to_fname(place.uri))[place.range.start.line + 1]
  say('definition:', name(place.uri), vim.trim(text))
end

local rename = at('closure\\.permanent')
rename.newName = 'closure.final'
local edit = ask('textDocument/rename', rename)
vim.lsp.util.apply_workspace_edit(edit, 'utf-16')
local files = {}
for uri in pairs(edit.changes) do
  table.insert(files, name(uri))
end
table.sort(files)
say('renamed in:', table.concat(files, ', '))
local refused = at('Conversation(')
refused.newName = 'Talk'
local _, reason = ask('textDocument/rename', refused)
say('refused:', reason.message)

vim.cmd('silent wall')
vim.lsp.stop_client(client)
wait('the end', function() return vim.lsp.client_is_stopped(client) end)
vim.cmd('qall')
