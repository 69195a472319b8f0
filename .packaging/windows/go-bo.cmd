@echo off
rem Takes away what cai-dat.cmd put, and nothing else. Plans stay where they are.
chcp 65001 >nul
setlocal
set "to=%LOCALAPPDATA%\Programs\khct"
set "classes=HKCU\Software\Classes"
reg delete "%classes%\khct.plan" /f >nul 2>nul
reg query "%classes%\.khct" /ve 2>nul | find "khct.plan" >nul && reg delete "%classes%\.khct" /f >nul 2>nul
if exist "%APPDATA%\Microsoft\Windows\SendTo\khct.cmd" del "%APPDATA%\Microsoft\Windows\SendTo\khct.cmd"
for %%f in (khct.exe khct-lam.cmd cua-so-lenh.cmd DOC-TRUOC.txt) do if exist "%to%\%%f" del "%to%\%%f"
if exist "%to%\khct.exe" (
    echo Chưa bỏ được khct.exe: có lẽ nó đang chạy. Đóng lại rồi làm lại.
    if not "%~1"=="/q" pause
    exit /b 1
)
echo Đã bỏ khct. Các kế hoạch của bạn còn nguyên.
if not "%~1"=="/q" pause
rem this file goes last, as it may be the one that runs
(if exist "%to%\go-bo.cmd" del "%to%\go-bo.cmd" & rmdir "%to%" 2>nul & exit /b 0)
